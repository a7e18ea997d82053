/** What the networks have in common: HTTP within bounds, and a pace for each token. */
@NullMarked
package ru.otklik.networks.http;

import org.jspecify.annotations.NullMarked;
