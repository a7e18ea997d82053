package ru.otklik.networks;

import java.util.List;
import java.util.Optional;

/** Who we are in the networks; the register of official accounts says it (clause 6). */
public interface Voices {

    /** @param account its number in the register */
    record Voice(int account, String title) {}

    /** By whose account an authority answers there: its own, else the Government's; empty: by nobody's. */
    Optional<Voice> forAnswer(String network, int authority);

    /** All open accounts there, to be chosen from. */
    List<Voice> list(String network);

    /**
     * With what the network is spoken to for an account; without secrets where none are set.
     *
     * @throws NetworkFault when they cannot be read now
     */
    Access access(int account);

    /** Why nothing is said by this account now, as a sentence; empty: it may be tried. */
    Optional<String> silence(int account);

    /** Why this person may not have anything said by this account, as a sentence; empty: may (clause 6). */
    Optional<String> bar(int account, int person);

    /** Whether this is an account of ours. */
    boolean isOurs(String network, String authorId);

    /** A call by this account failed; a dead token is told to people. */
    void failed(int account, NetworkFault fault);

    /** A call by this account went well. */
    void works(int account);
}
