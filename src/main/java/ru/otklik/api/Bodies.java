package ru.otklik.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Ground;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Importance;

/** What each action is told. An authority is named by its code or its number. */
final class Bodies {

    private static final String NEEDED = "значения нет";

    private Bodies() {}

    interface Body {
        /** The version of the incident that the caller saw; null: whatever is there. */
        @Nullable
        Integer version();

        Outcome<Command> command(Names names);
    }

    record Assessed(
            @Nullable String topic,
            @Nullable String place,
            @NotNull(message = NEEDED) Importance importance) {
        Outcome<Assessment> read(Names names) {
            return names.topic(topic)
                    .then(t -> names.place(place).map(p -> new Assessment(topic, place, importance, true)));
        }
    }

    record Assess(
            @Nullable String topic,
            @Nullable String place,
            @NotNull(message = NEEDED) Importance importance,
            @Nullable Integer version)
            implements Body {
        public Outcome<Command> command(Names names) {
            return new Assessed(topic, place, importance).read(names).map(Command.Assess::new);
        }
    }

    record Route(
            @NotNull(message = NEEDED) String lead,
            @Nullable List<String> coExecutors,
            @Nullable String note,
            @Valid @Nullable Assessed assessment,
            @Nullable Integer version)
            implements Body {
        public Outcome<Command> command(Names names) {
            return names.authority(lead)
                    .then(l -> names.authorities(coExecutors)
                            .then(more -> assessment == null
                                    ? Outcome.<Command>done(new Command.Route(l, more, note, null))
                                    : assessment.read(names).map(a -> new Command.Route(l, more, note, a))));
        }
    }

    record Return(@Nullable String reason, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Return(orEmpty(reason)));
        }
    }

    record Reroute(
            @NotNull(message = NEEDED) String lead,
            @Nullable List<String> coExecutors,
            @Nullable String reason,
            @Nullable Integer version)
            implements Body {
        public Outcome<Command> command(Names names) {
            return names.authority(lead)
                    .then(l ->
                            names.authorities(coExecutors).map(more -> new Command.Reroute(l, more, orEmpty(reason))));
        }
    }

    record AskCoExecutor(
            @NotNull(message = NEEDED) String authority,
            @Nullable String question,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return of(names, authority, a -> new Command.AskCoExecutor(a, question));
        }
    }

    record ReleaseCoExecutor(
            @NotNull(message = NEEDED) String authority,
            @Nullable String reason,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return of(names, authority, a -> new Command.ReleaseCoExecutor(a, orEmpty(reason)));
        }
    }

    record SendContribution(
            @Nullable Boolean nothing,
            @Nullable String text,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.SendContribution(Boolean.TRUE.equals(nothing), orEmpty(text)));
        }
    }

    record SendBackContribution(
            @NotNull(message = NEEDED) String authority,
            @Nullable String remark,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return of(names, authority, a -> new Command.SendBackContribution(a, orEmpty(remark)));
        }
    }

    record AcceptContribution(
            @NotNull(message = NEEDED) String authority,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return of(names, authority, Command.AcceptContribution::new);
        }
    }

    record SaveDraft(
            @NotNull(message = NEEDED) DraftKind kind,
            @Nullable String text,
            @Nullable List<String> pictures,
            @Nullable Integer version)
            implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.SaveDraft(kind, orEmpty(text), pictures == null ? List.of() : pictures));
        }
    }

    record Submit(
            int draft, @Nullable Boolean accurate, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Submit(draft, Boolean.TRUE.equals(accurate)));
        }
    }

    record Remark(
            int draft, @Nullable String remarks, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Remark(draft, orEmpty(remarks)));
        }
    }

    record Approve(int draft, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Approve(draft));
        }
    }

    record Publish(@Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Publish());
        }
    }

    record RecordPublication(
            @NotNull(message = NEEDED) String url,
            @Nullable Boolean vouched,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.RecordPublication(url, null, Boolean.TRUE.equals(vouched)));
        }
    }

    record AcceptHandAnswer(@Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.AcceptHandAnswer());
        }
    }

    record Correct(@Nullable String reason, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Correct(orEmpty(reason)));
        }
    }

    record DropCorrection(@Nullable String reason, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.DropCorrection(orEmpty(reason)));
        }
    }

    record Exclude(
            @NotNull(message = NEEDED) Ground ground,
            @Nullable String note,
            @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Exclude(ground, note));
        }
    }

    record ConfirmExclusion(@Nullable String note, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.ConfirmExclusion(note));
        }
    }

    record Restore(@Nullable String reason, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Restore(orEmpty(reason)));
        }
    }

    record JoinEvent(long event, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Gather(event));
        }
    }

    record LeaveEvent(@Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.Gather(null));
        }
    }

    record LinkRepeat(long of, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.LinkRepeat(of));
        }
    }

    record MarkTest(boolean test, @Nullable Integer version) implements Body {
        public Outcome<Command> command(Names names) {
            return done(new Command.MarkTest(test));
        }
    }

    private static Outcome<Command> done(Command command) {
        return Outcome.done(command);
    }

    private static Outcome<Command> of(Names names, String authority, Function<Integer, Command> command) {
        return names.authority(authority).map(command);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
