package ru.otklik.casework;

import java.util.Optional;

/** What can be posted in which network, by whose account. */
public interface Posting {

    /** Whether the program itself can post an answer of this authority. */
    boolean posts(String network, int authority);

    /** Why this draft cannot stand there, by the network's hard limits; empty when it can. */
    Optional<String> unfit(Head incident, int authority, World.Draft draft);
}
