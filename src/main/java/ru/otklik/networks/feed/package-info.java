/** Feeds of sites, RSS and Atom: heard only. Every address that is gone to is checked first, every byte is hostile. */
@NullMarked
package ru.otklik.networks.feed;

import org.jspecify.annotations.NullMarked;
