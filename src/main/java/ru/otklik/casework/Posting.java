package ru.otklik.casework;

import java.util.Optional;

/** What can be posted in which network, by whose account. */
public interface Posting {

    /** Why the program cannot post an answer of this authority there for this person, as a sentence; empty when it can. */
    Optional<String> barrier(String network, int authority, int person);

    /** Why this draft cannot stand there, by the network's hard limits; empty when it can. */
    Optional<String> unfit(Head incident, int authority, World.Draft draft);
}
