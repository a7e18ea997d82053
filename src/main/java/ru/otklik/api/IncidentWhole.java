package ru.otklik.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Incident;
import ru.otklik.desk.JournalLines;
import ru.otklik.regulation.Bearer;
import tools.jackson.databind.JsonNode;

/**
 * An incident with all that its page shows.
 *
 * @param obligations the duties and the rights, the open ones first
 */
record IncidentWhole(
        @JsonUnwrapped IncidentView incident,
        @Nullable Long repeatOf,
        Message message,
        List<Term> obligations,
        List<Draft> drafts,
        List<Contribution> contributions,
        List<Entry> journal) {

    record Author(@Nullable String name, @Nullable String url) {}

    record Message(
            String thread,
            String externalId,
            @Nullable String url,
            Author author,
            String text,
            @Nullable Instant postedAt,
            Instant receivedAt,
            List<String> attachments,
            int revisions) {
        static Message of(IncidentFile.Message m) {
            return new Message(
                    m.thread(),
                    m.externalId(),
                    m.url(),
                    new Author(m.authorName(), m.authorUrl()),
                    m.text(),
                    m.postedAt(),
                    m.receivedAt(),
                    m.attachments(),
                    m.revisions().size());
        }
    }

    /** A right may be used until its due; only a duty can be late. */
    enum Kind {
        DUTY,
        RIGHT
    }

    /** @param met absent while the term runs; false: cancelled */
    record Term(
            String term,
            String clause,
            Kind kind,
            Bearer bearer,
            @Nullable String authority,
            @Nullable String coExecutor,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Boolean met,
            @Nullable Long lateSeconds,
            String explanation) {
        static Term of(IncidentFile.Term t, Names names) {
            return new Term(
                    t.term(),
                    t.clause(),
                    t.right() ? Kind.RIGHT : Kind.DUTY,
                    t.bearer(),
                    names.findCode(t.authority()),
                    names.findCode(t.coExecutor()),
                    t.opened(),
                    t.due(),
                    t.closed(),
                    t.met(),
                    t.isOpen() ? null : t.lateSeconds(),
                    t.why());
        }
    }

    /** @param pictures hashes of the pictures of this version */
    record Draft(int draft, DraftKind kind, String text, List<String> pictures, Instant at) {}

    record Contribution(String authority, int contribution, boolean nothing, String text, Instant at) {}

    /**
     * @param fact what happened, by the name of the fact
     * @param details what it says: reasons, remarks, links, numbers of versions
     */
    record Entry(int number, Instant at, String person, String fact, JsonNode details) {}

    static IncidentWhole of(Incident incident, IncidentFile file, Names names, JournalLines journal) {
        return new IncidentWhole(
                IncidentView.of(incident, names),
                file.repeatOf(),
                Message.of(file.message()),
                file.terms().stream().map(t -> Term.of(t, names)).toList(),
                file.drafts().stream()
                        .map(d -> new Draft(d.version(), d.kind(), d.text(), d.pictures(), d.at()))
                        .toList(),
                file.contributions().stream()
                        .map(c ->
                                new Contribution(names.code(c.authority()), c.number(), c.nothing(), c.text(), c.at()))
                        .toList(),
                file.journal().stream()
                        .map(e -> new Entry(e.number(), e.at(), e.personName(), e.fact(), journal.body(e)))
                        .toList());
    }
}
