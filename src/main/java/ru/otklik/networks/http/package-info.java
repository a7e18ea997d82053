/** What the networks have in common: HTTP within bounds, and a pace for each token. */
@NamedInterface("http")
@NullMarked
package ru.otklik.networks.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
