package ru.otklik.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Regulation;

/** The handling of one message. A transition exists only on the state that allows it. */
public sealed interface Incident {

    Head head();

    State state();

    Incident with(Head head);

    /** This state, after a rule said that it is this one. */
    default <T extends Incident> T as(Class<T> state) {
        return state.cast(this);
    }

    default Outcome<Decision> markTest(boolean test) {
        return Decision.of(with(head().withTest(test)), new Fact.MarkedTest(test));
    }

    /** What the network shows now, where the program looks again at an answer of ours. */
    default Outcome<Decision> lose(int draft, String what) {
        return Decision.of(this, new Fact.PublicationLost(draft, what));
    }

    /** With the centre: to be assessed and routed, or excluded. */
    record Detected(Head head) implements Incident {
        @Override
        public State state() {
            return State.DETECTED;
        }

        @Override
        public Detected with(Head h) {
            return new Detected(h);
        }

        Outcome<Decision> assess(Assessment a) {
            return Decision.of(with(head.withAssessment(a.asConfirmed())), new Fact.Assessed(a.asConfirmed()));
        }

        Outcome<Decision> exclude(Command.Exclude c, Context x) {
            return Texts.optional(c.note())
                    .then(note -> Decision.of(
                            new Excluded(head, c.ground(), x.actor().person(), x.now(), null),
                            new Fact.Excluded(c.ground(), Texts.orNull(note))));
        }

        Outcome<Decision> route(Command.Route c, Context x) {
            var facts = new ArrayList<Fact>();
            Head known = head;
            if (c.assessment() != null) {
                Assessment confirmed = c.assessment().asConfirmed();
                known = head.withAssessment(confirmed);
                if (!confirmed.equals(head.assessment())) {
                    facts.add(new Fact.Assessed(confirmed));
                }
            } else if (!head.assessment().confirmed()) {
                return Outcome.refused("not-assessed", "Сначала подтвердите тематику, локацию и категорию важности.");
            }
            Head assessed = known;
            return Texts.optional(c.note())
                    .then(note -> Routing.route(assessed, c.lead(), c.coExecutors(), Texts.orNull(note), facts, x));
        }
    }

    /** Not worked on (clause 22), until somebody brings it back. */
    record Excluded(
            Head head,
            Ground ground,
            int by,
            Instant at,
            @Nullable Integer confirmedBy) implements Incident {
        @Override
        public State state() {
            return State.EXCLUDED;
        }

        @Override
        public Excluded with(Head h) {
            return new Excluded(h, ground, by, at, confirmedBy);
        }

        Outcome<Decision> confirm(Command.ConfirmExclusion c, Context x) {
            return Texts.optional(c.note())
                    .then(note -> Decision.of(
                            new Excluded(head, ground, by, at, x.actor().person()),
                            new Fact.ExclusionConfirmed(Texts.orNull(note))));
        }

        Outcome<Decision> restore(String reason) {
            return Texts.required(reason, "empty-reason", "Укажите, почему сообщение возвращается в работу.")
                    .then(r -> Decision.of(new Detected(head), new Fact.Restored(r)));
        }
    }

    /** An authority leads it. */
    sealed interface UnderWay extends Incident {
        Work work();

        UnderWay with(Work work);
    }

    /** The lead prepares a draft. */
    record InWork(Head head, Work work) implements UnderWay {
        @Override
        public State state() {
            return State.IN_WORK;
        }

        @Override
        public InWork with(Head h) {
            return new InWork(h, work);
        }

        @Override
        public InWork with(Work w) {
            return new InWork(head, w);
        }

        Outcome<Decision> giveBack(String reason) {
            return Texts.required(reason, "empty-reason", "Обоснуйте причину возврата: без неё возврат не принимается.")
                    .then(r ->
                            Decision.of(new Detected(head.returnedBy(work.lead())), new Fact.Returned(work.lead(), r)));
        }

        Outcome<Decision> reroute(Command.Reroute c, Context x) {
            if (c.lead() == work.lead()) { // it would only start the clocks of the same lead anew
                return Outcome.refused("same-lead", "Сообщение уже в этом органе власти. Выберите другой.");
            }
            return Texts.required(c.reason(), "empty-reason", "Укажите причину перенаправления.")
                    .then(r -> Routing.route(
                            head, c.lead(), c.coExecutors(), null, List.of(new Fact.Recalled(work.lead(), r)), x));
        }

        Outcome<Decision> drop(String reason) {
            return Texts.required(reason, "empty-reason", "Укажите, почему исправление не нужно.")
                    .then(r -> Decision.of(new Answered(head, work), new Fact.CorrectionDropped(r)));
        }
    }

    /** A draft is before the centre. */
    record AwaitingApproval(Head head, Work work, Submission submission) implements UnderWay {
        @Override
        public State state() {
            return State.AWAITING_APPROVAL;
        }

        @Override
        public AwaitingApproval with(Head h) {
            return new AwaitingApproval(h, work, submission);
        }

        @Override
        public AwaitingApproval with(Work w) {
            return new AwaitingApproval(head, w, submission);
        }

        Role tier(Regulation r) {
            return r.tiers()
                    .get(Math.min(submission.approvedBy().size(), r.tiers().size() - 1));
        }

        Outcome<Decision> approve(int draft, Context x) {
            if (draft != submission.draft()) {
                return Outcome.refused(
                        "another-draft",
                        "На согласовании версия № %d, а не № %d.".formatted(submission.draft(), draft));
            }
            Submission next = submission.approvedBy(x.actor().person());
            int tier = next.approvedBy().size();
            boolean last =
                    tier >= x.world().regulation(head.regulation()).tiers().size();
            var fact = new Fact.Approved(draft, tier, last);
            return Decision.of(
                    last ? new Approved(head, work, next, false) : new AwaitingApproval(head, work, next), fact);
        }

        Outcome<Decision> remark(Command.Remark c) {
            if (c.draft() != submission.draft()) {
                return Outcome.refused(
                        "another-draft",
                        "На согласовании версия № %d, а не № %d.".formatted(submission.draft(), c.draft()));
            }
            return Texts.required(c.remarks(), "empty-remarks", "Напишите замечания: без них вернуть проект нельзя.")
                    .then(r -> Decision.of(new InWork(head, work.remark()), new Fact.Remarked(c.draft(), r)));
        }
    }

    /**
     * May be published, byte for byte.
     *
     * @param ordered the program was told to post it
     */
    record Approved(Head head, Work work, Submission submission, boolean ordered) implements UnderWay {
        @Override
        public State state() {
            return State.APPROVED;
        }

        @Override
        public Approved with(Head h) {
            return new Approved(h, work, submission, ordered);
        }

        @Override
        public Approved with(Work w) {
            return new Approved(head, w, submission, ordered);
        }

        Outcome<Decision> order() {
            return Decision.of(
                    new Approved(head, work, submission, true), new Fact.PublicationOrdered(submission.draft()));
        }

        /** The choice is open again: to post it once more, or by hand. */
        Outcome<Decision> failed(int draft, String reason) {
            if (draft != submission.draft()) {
                return Outcome.refused("another-draft", "Согласована версия № %d.".formatted(submission.draft()));
            }
            return Decision.of(new Approved(head, work, submission, false), new Fact.PublicationFailed(draft, reason));
        }

        Outcome<Decision> publishedByHand(Command.RecordPublication c, Context x) {
            String url = c.url();
            if (url == null || !url.matches("https?://[^\\s]{3,2000}")) {
                return Outcome.refused("bad-link", "Укажите ссылку на размещённый ответ: она начинается с https://");
            }
            Command.RecordPublication.Seen seen = c.seen();
            if (seen == null) {
                return published(submission.draft(), url, x.now());
            }
            String approved =
                    x.world().draft(head.id(), submission.draft()).orElseThrow().text();
            if (!HandAnswers.same(approved, seen.text())) {
                return Outcome.refused(
                        "another-text",
                        "По ссылке стоит не согласованный текст. Исправьте размещённый ответ или укажите другую ссылку.");
            }
            var fact = new Fact.HandAnswerSeen(seen.externalId(), url, seen.text(), seen.at());
            return published(submission.draft(), url, seen.at()).map(d -> HandAnswers.after(fact, d));
        }

        Outcome<Decision> published(int draft, @Nullable String url, Instant at) {
            if (draft != submission.draft()) {
                return Outcome.refused("another-draft", "Согласована версия № %d.".formatted(submission.draft()));
            }
            var fact = new Fact.Published(draft, submission.kind(), url, at);
            Head after = head.withPublished(submission.kind());
            return submission.kind() == DraftKind.FINAL
                    ? Decision.of(new Answered(after, work), fact)
                    : Decision.of(new InWork(after, work), fact);
        }
    }

    record Answered(Head head, Work work) implements UnderWay {
        @Override
        public State state() {
            return State.ANSWERED;
        }

        @Override
        public Answered with(Head h) {
            return new Answered(h, work);
        }

        @Override
        public Answered with(Work w) {
            return new Answered(head, w);
        }

        /** What stands in the network stays there until the corrected version is approved and published. */
        Outcome<Decision> correct(String reason) {
            return Texts.required(reason, "empty-reason", "Укажите, что в размещённом ответе нужно исправить.")
                    .then(r -> Decision.of(new InWork(head, work), new Fact.CorrectionBegun(r)));
        }
    }
}
