package ru.otklik.networks;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a network says to an answer of ours. */
public sealed interface Reply {

    /** @param at the network's own time of it */
    record Posted(@Nullable String url, String externalId, Instant at) implements Reply {
        @Override
        public <R> R fold(Function<Posted, R> posted, Function<Refused, R> refused, Function<Uncertain, R> uncertain) {
            return posted.apply(this);
        }
    }

    /** Surely not posted, and why. */
    record Refused(NetworkFault fault) implements Reply {
        @Override
        public <R> R fold(Function<Posted, R> posted, Function<Refused, R> refused, Function<Uncertain, R> uncertain) {
            return refused.apply(this);
        }
    }

    /** The call broke off: it may stand there or not. Look before sending again. */
    record Uncertain(String why) implements Reply {
        @Override
        public <R> R fold(Function<Posted, R> posted, Function<Refused, R> refused, Function<Uncertain, R> uncertain) {
            return uncertain.apply(this);
        }
    }

    <R> R fold(Function<Posted, R> posted, Function<Refused, R> refused, Function<Uncertain, R> uncertain);

    /** What a call that threw means. */
    static Reply of(NetworkFault fault) {
        return fault.isUndone() ? new Refused(fault) : new Uncertain(fault.sentence());
    }
}
