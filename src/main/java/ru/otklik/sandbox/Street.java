package ru.otklik.sandbox;

import java.util.List;
import java.util.Optional;

/** One network of the demo as a citizen sees it: places where one writes, and discussions. */
public interface Street {

    String network();

    /** Where a citizen may write. */
    List<SandboxAccess> places();

    /** Newest first, each with its official answers below it. */
    List<Shown> newest(SandboxAccess place);

    /** What a message stands in, from the beginning; empty: there is none. */
    List<Shown> discussion(String ref, String citizen);

    Optional<Shown> find(String ref);

    Shown write(SandboxAccess place, String citizen, String name, String text);

    /** Empty: what is answered is gone. */
    Optional<Shown> reply(String ref, String citizen, String name, String text);

    /** Each of these is empty where the message is not the citizen's own. */
    Optional<Shown> edit(String ref, String citizen, String text);

    Optional<Shown> remove(String ref, String citizen);

    Optional<Shown> restore(String ref, String citizen);
}
