package ru.otklik.casebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.CoExecution;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.State;
import ru.otklik.regulation.Bearer;

/**
 * All that is known of one incident, as its page shows it.
 *
 * @param earlier what the same author wrote before, and what it repeats (clause 19)
 * @param proposal what the program thought of it, as JSON; null: nothing
 * @param repeatOf number of the incident that it repeats; null: none
 */
public record IncidentFile(
        long id,
        State state,
        @Nullable Long repeatOf,
        @Nullable String proposal,
        Message message,
        List<Term> terms,
        List<Draft> drafts,
        List<Part> parts,
        List<Contribution> contributions,
        List<Entry> journal,
        List<Earlier> earlier) {

    public record Message(
            String network,
            String thread,
            String externalId,
            @Nullable String url,
            @Nullable String authorName,
            @Nullable String authorUrl,
            String text,
            @Nullable Instant postedAt,
            Instant receivedAt,
            List<String> attachments,
            @Nullable Instant goneAt,
            List<Revision> revisions) {}

    /** What the text was until then. */
    public record Revision(int number, String text, Instant seenAt) {}

    /**
     * @param right may be done in time, but is no duty
     * @param met null while it is open; false: cancelled
     */
    public record Term(
            String term,
            String clause,
            Bearer bearer,
            @Nullable Integer authority,
            @Nullable Integer coExecutor,
            boolean right,
            Instant opened,
            Instant due,
            String why,
            @Nullable Instant closed,
            @Nullable Boolean met,
            long lateSeconds) {

        public boolean isOpen() {
            return closed == null;
        }

        public boolean isLate(Instant now) {
            return closed == null ? due.isBefore(now) : lateSeconds > 0;
        }
    }

    /** @param pictures their hashes */
    public record Draft(int version, DraftKind kind, String text, List<String> pictures, int by, Instant at) {}

    public record Part(
            int authority,
            CoExecution.Stage stage,
            int contribution,
            @Nullable Instant due) {}

    public record Contribution(int authority, int number, boolean nothing, String text, int by, Instant at) {}

    /** @param fact simple name of the {@link ru.otklik.casework.Fact}; @param body the fact as JSON */
    public record Entry(int number, Instant at, int person, String personName, String fact, String body) {}

    public record Earlier(
            long incident,
            State state,
            String text,
            @Nullable Instant postedAt,
            boolean linked) {}
}
