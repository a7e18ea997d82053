package ru.otklik.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be done with an incident. Each names the {@link Action} that it is. */
public sealed interface Command {

    Action action();

    /** Confirms or corrects the proposal (clause 9.1). */
    record Assess(Assessment assessment) implements Command {
        public Action action() {
            return Action.ASSESS;
        }
    }

    /** @param assessment confirmed in the same gesture; null: it was confirmed before */
    record Route(int lead, List<Integer> coExecutors, @Nullable String note, @Nullable Assessment assessment)
            implements Command {
        public Action action() {
            return Action.ROUTE;
        }
    }

    /** Not our competence (clause 10). */
    record Return(String reason) implements Command {
        public Action action() {
            return Action.RETURN;
        }
    }

    /** The centre takes it from one lead and gives it to another. */
    record Reroute(int lead, List<Integer> coExecutors, String reason) implements Command {
        public Action action() {
            return Action.REROUTE;
        }
    }

    record AskCoExecutor(int authority, @Nullable String question) implements Command {
        public Action action() {
            return Action.ASK_CO_EXECUTOR;
        }
    }

    record ReleaseCoExecutor(int authority, String reason) implements Command {
        public Action action() {
            return Action.RELEASE_CO_EXECUTOR;
        }
    }

    /** @param nothing nothing to add, and {@code text} says why (clause 18) */
    record SendContribution(boolean nothing, String text) implements Command {
        public Action action() {
            return Action.SEND_CONTRIBUTION;
        }
    }

    record SendBackContribution(int authority, String remark) implements Command {
        public Action action() {
            return Action.SEND_BACK_CONTRIBUTION;
        }
    }

    record AcceptContribution(int authority) implements Command {
        public Action action() {
            return Action.ACCEPT_CONTRIBUTION;
        }
    }

    record SaveDraft(DraftKind kind, String text) implements Command {
        public Action action() {
            return Action.SAVE_DRAFT;
        }
    }

    /** @param accurate the sender confirms accuracy and completeness (clause 21) */
    record Submit(int draft, boolean accurate) implements Command {
        public Action action() {
            return Action.SUBMIT;
        }
    }

    record Remark(int draft, String remarks) implements Command {
        public Action action() {
            return Action.REMARK;
        }
    }

    record Approve(int draft) implements Command {
        public Action action() {
            return Action.APPROVE;
        }
    }

    /** The program posts the approved version. */
    record Publish() implements Command {
        public Action action() {
            return Action.PUBLISH;
        }
    }

    /** A person posted the approved version by hand and gives the link. */
    record RecordPublication(String url) implements Command {
        public Action action() {
            return Action.RECORD_PUBLICATION;
        }
    }

    /** The network says that the answer stands there; said by the outbox alone. */
    record ConfirmPublication(int draft, @Nullable String url, Instant at) implements Command {
        public Action action() {
            return Action.CONFIRM_PUBLICATION;
        }
    }

    /** Clause 22, or nothing to answer. */
    record Exclude(Ground ground, @Nullable String note) implements Command {
        public Action action() {
            return Action.EXCLUDE;
        }
    }

    record ConfirmExclusion(@Nullable String note) implements Command {
        public Action action() {
            return Action.CONFIRM_EXCLUSION;
        }
    }

    record Restore(String reason) implements Command {
        public Action action() {
            return Action.RESTORE;
        }
    }

    /** Clause 19. */
    record LinkRepeat(long of) implements Command {
        public Action action() {
            return Action.LINK_REPEAT;
        }
    }

    record MarkTest(boolean test) implements Command {
        public Action action() {
            return Action.MARK_TEST;
        }
    }
}
