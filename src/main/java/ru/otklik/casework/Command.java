package ru.otklik.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;

/** What somebody wants to be done with an incident. Each names the {@link Action} that it is. */
public sealed interface Command {

    Action action();

    /** What it leads to, once the rules of its action hold. */
    Outcome<Decision> decide(Incident i, Context x);

    /** Confirms or corrects the proposal (clause 9.1). */
    record Assess(Assessment assessment) implements Command {
        public Action action() {
            return Action.ASSESS;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Detected.class).assess(assessment);
        }
    }

    /** @param assessment confirmed in the same gesture; null: it was confirmed before */
    record Route(
            int lead,
            List<Integer> coExecutors,
            @Nullable String note,
            @Nullable Assessment assessment) implements Command {
        public Action action() {
            return Action.ROUTE;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Detected.class).route(this, x);
        }
    }

    /** Not our competence (clause 10). */
    record Return(String reason) implements Command {
        public Action action() {
            return Action.RETURN;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.InWork.class).giveBack(reason);
        }
    }

    /** The centre takes it from one lead and gives it to another. */
    record Reroute(int lead, List<Integer> coExecutors, String reason) implements Command {
        public Action action() {
            return Action.REROUTE;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.InWork.class).reroute(this, x);
        }
    }

    record AskCoExecutor(int authority, @Nullable String question) implements Command {
        public Action action() {
            return Action.ASK_CO_EXECUTOR;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Contributing.ask(i.as(Incident.InWork.class), this, x);
        }
    }

    record ReleaseCoExecutor(int authority, String reason) implements Command {
        public Action action() {
            return Action.RELEASE_CO_EXECUTOR;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Contributing.release(i.as(Incident.UnderWay.class), this);
        }
    }

    /** @param nothing nothing to add, and {@code text} says why (clause 18) */
    record SendContribution(boolean nothing, String text) implements Command {
        public Action action() {
            return Action.SEND_CONTRIBUTION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Contributing.send(i.as(Incident.UnderWay.class), this, x);
        }
    }

    record SendBackContribution(int authority, String remark) implements Command {
        public Action action() {
            return Action.SEND_BACK_CONTRIBUTION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Contributing.sendBack(i.as(Incident.UnderWay.class), this);
        }
    }

    record AcceptContribution(int authority) implements Command {
        public Action action() {
            return Action.ACCEPT_CONTRIBUTION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Contributing.accept(i.as(Incident.UnderWay.class), authority);
        }
    }

    /** @param pictures hashes of pictures brought to this incident, in their order */
    record SaveDraft(DraftKind kind, String text, List<String> pictures) implements Command {
        public SaveDraft(DraftKind kind, String text) {
            this(kind, text, List.of());
        }

        public Action action() {
            return Action.SAVE_DRAFT;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Drafting.save(i.as(Incident.InWork.class), this, x);
        }
    }

    /** @param accurate the sender confirms accuracy and completeness (clause 21) */
    record Submit(int draft, boolean accurate) implements Command {
        public Action action() {
            return Action.SUBMIT;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Drafting.submit(i.as(Incident.InWork.class), this, x);
        }
    }

    record Remark(int draft, String remarks) implements Command {
        public Action action() {
            return Action.REMARK;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.AwaitingApproval.class).remark(this);
        }
    }

    record Approve(int draft) implements Command {
        public Action action() {
            return Action.APPROVE;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.AwaitingApproval.class).approve(draft, x);
        }
    }

    /** The program posts the approved version. */
    record Publish() implements Command {
        public Action action() {
            return Action.PUBLISH;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Approved.class).order();
        }
    }

    /**
     * A person posted the approved version by hand and gives the link.
     *
     * @param vouched the person saw it there, whatever the page shows to a program
     */
    record RecordPublication(String url, @Nullable Seen seen, boolean vouched) implements Command {

        /** What the network shows at the link; null where it lets nobody look. */
        public record Seen(String externalId, String text, Instant at) {}

        public RecordPublication(String url) {
            this(url, null, false);
        }

        public Action action() {
            return Action.RECORD_PUBLICATION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Approved.class).publishedByHand(this, x);
        }
    }

    /** The network says that the answer stands there; said by the outbox alone. */
    record ConfirmPublication(int draft, @Nullable String url, Instant at) implements Command {
        public Action action() {
            return Action.CONFIRM_PUBLICATION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Approved.class).published(draft, url, at);
        }
    }

    /** The outbox gave up: a person decides anew; said by the outbox alone. */
    record FailPublication(int draft, String reason) implements Command {
        public Action action() {
            return Action.FAIL_PUBLICATION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Approved.class).failed(draft, reason);
        }
    }

    /** The answer does not stand as it was posted; said by the one who looks again. */
    record LosePublication(int draft, String what) implements Command {
        public Action action() {
            return Action.LOSE_PUBLICATION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.lose(draft, what);
        }
    }

    /** An official account wrote under the message; said by the one who listens. */
    record NoteHandAnswer(String externalId, @Nullable String url, String text, Instant at) implements Command {
        public Action action() {
            return Action.NOTE_HAND_ANSWER;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return HandAnswers.note(i, this, x);
        }
    }

    /** The centre takes what was answered by hand for the approved answer, with the network's time. */
    record AcceptHandAnswer() implements Command {
        public Action action() {
            return Action.ACCEPT_HAND_ANSWER;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return HandAnswers.accept(i.as(Incident.UnderWay.class), x);
        }
    }

    /** What stands in the network is wrong: the way through approval begins anew. */
    record Correct(String reason) implements Command {
        public Action action() {
            return Action.CORRECT;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Answered.class).correct(reason);
        }
    }

    record DropCorrection(String reason) implements Command {
        public Action action() {
            return Action.DROP_CORRECTION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.InWork.class).drop(reason);
        }
    }

    /** Clause 22, or nothing to answer. */
    record Exclude(Ground ground, @Nullable String note) implements Command {
        public Action action() {
            return Action.EXCLUDE;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Detected.class).exclude(this, x);
        }
    }

    record ConfirmExclusion(@Nullable String note) implements Command {
        public Action action() {
            return Action.CONFIRM_EXCLUSION;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Excluded.class).confirm(this, x);
        }
    }

    record Restore(String reason) implements Command {
        public Action action() {
            return Action.RESTORE;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.as(Incident.Excluded.class).restore(reason);
        }
    }

    /** Clause 19. */
    record LinkRepeat(long of) implements Command {
        public Action action() {
            return Action.LINK_REPEAT;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Repeating.link(i, of, x.world());
        }
    }

    /** @param event null: it is taken out of the event that it is in */
    record Gather(@Nullable Long event) implements Command {
        public Action action() {
            return event == null ? Action.LEAVE_EVENT : Action.JOIN_EVENT;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return Repeating.gather(i, event, x.world());
        }
    }

    record MarkTest(boolean test) implements Command {
        public Action action() {
            return Action.MARK_TEST;
        }

        public Outcome<Decision> decide(Incident i, Context x) {
            return i.markTest(test);
        }
    }

    /** The rules of the action first, then the state itself. */
    default Outcome<Decision> on(Incident incident, Context x) {
        return action().objection(incident, x.actor(), x.world())
                .map(Outcome::<Decision>refused)
                .orElseGet(() -> decide(incident, x));
    }
}
