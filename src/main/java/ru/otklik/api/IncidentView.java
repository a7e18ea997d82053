package ru.otklik.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Incident;
import ru.otklik.casework.State;
import ru.otklik.casework.Submission;
import ru.otklik.regulation.Importance;

/**
 * An incident as it stands after an action.
 *
 * @param lead code of the authority
 * @param submission the version before the approvers, or approved
 * @param ordered the program was told to post the approved version
 */
record IncidentView(
        long id,
        int version,
        State state,
        String network,
        String regulation,
        @Nullable String topic,
        @Nullable String place,
        Importance importance,
        boolean assessed,
        boolean test,
        Instant detectedAt,
        int returns,
        int drafts,
        int interims,
        @Nullable String lead,
        @Nullable Instant routedAt,
        List<Part> coExecutors,
        @Nullable Integer rounds,
        @Nullable Submitted submission,
        boolean ordered,
        @Nullable Ground ground) {

    record Part(String authority, CoExecution.Stage stage, int contribution) {}

    /** @param approvals how many tiers approved it */
    record Submitted(int draft, DraftKind kind, Instant at, int approvals) {
        static Submitted of(Submission s) {
            return new Submitted(s.draft(), s.kind(), s.at(), s.approvedBy().size());
        }
    }

    static IncidentView of(Incident i, Names names) {
        var head = i.head();
        var assessment = head.assessment();
        var work = i instanceof Incident.UnderWay u ? u.work() : null;
        var approved = i instanceof Incident.Approved a ? a : null;
        var submission = i instanceof Incident.AwaitingApproval w
                ? w.submission()
                : approved == null ? null : approved.submission();
        return new IncidentView(
                head.id(),
                head.version(),
                i.state(),
                head.network(),
                head.regulation(),
                assessment.topic(),
                assessment.place(),
                assessment.importance(),
                assessment.confirmed(),
                head.test(),
                head.detectedAt(),
                head.returns(),
                head.drafts(),
                head.interims(),
                work == null ? null : names.code(work.lead()),
                work == null ? null : work.routedAt(),
                work == null
                        ? List.of()
                        : work.coExecutors().stream()
                                .map(c -> new Part(names.code(c.authority()), c.stage(), c.contribution()))
                                .toList(),
                work == null ? null : work.rounds(),
                submission == null ? null : Submitted.of(submission),
                approved != null && approved.ordered(),
                i instanceof Incident.Excluded e ? e.ground() : null);
    }
}
