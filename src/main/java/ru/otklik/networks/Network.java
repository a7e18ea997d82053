package ru.otklik.networks;

import java.util.Optional;

/** A network where citizens write. Each call may take seconds and may fail: never call it inside a transaction. */
public interface Network {

    /** As in {@code message.network}. */
    String key();

    /** Whether the program may answer here; otherwise a person does it by hand. */
    boolean posts();

    /**
     * Posts that are new or changed since the cursor, oldest first.
     *
     * @param cursor from the {@link Heard} before; empty: from the beginning
     */
    Heard listen(String cursor);

    /**
     * Answers in public. The same key twice is one answer.
     *
     * @param text stands there as it is, byte for byte
     */
    Reply answer(Address to, String text, String key);

    /** Looks whether the answer with this key stands there. */
    Optional<Reply.Posted> find(Address to, String key);
}
