package ru.otklik.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Head;
import ru.otklik.casework.State;
import ru.otklik.desk.pictures.Album;
import ru.otklik.desk.words.Highlights;
import ru.otklik.desk.words.WordDiff;
import ru.otklik.detection.Proposal;
import ru.otklik.pictures.Attachments;

/**
 * The page of one incident.
 *
 * @param lead short title of the authority that leads; null: none
 * @param forms the actions open to the viewer now
 * @param kept a text whose action is no longer open, to be copied
 * @param signal words of a threat to life, for the centre; empty: none
 * @param network what stands there
 * @param stale somebody was faster than the viewer
 * @param error a refusal that belongs to no form on the page
 */
public record IncidentView(
        Head head,
        IncidentFile file,
        @Nullable String lead,
        @Nullable Proposal proposal,
        List<TermLine> terms,
        List<DraftLine> drafts,
        List<JournalLines.Line> journal,
        List<Form> forms,
        List<String> kept,
        List<String> signal,
        InNetwork.Seen network,
        boolean stale,
        String error,
        CsrfToken csrf,
        Titles titles) {

    public String title() {
        return "Инцидент № " + head.id();
    }

    /** The message with the words that weighed. */
    public List<Highlights.Piece> text() {
        return Highlights.of(file.message().text(), proposal);
    }

    public String publication() {
        return network.publication();
    }

    public List<InNetwork.News> news() {
        return network.news();
    }

    public List<Attachments.Attachment> attachments() {
        return network.attachments();
    }

    public List<InNetwork.Answer> published() {
        return network.published();
    }

    /** Who approves reads the draft before the buttons, on a narrow screen too. */
    public boolean draftFirst() {
        return file.state() == State.AWAITING_APPROVAL;
    }

    public Assessment assessment() {
        return head.assessment();
    }

    public record TermLine(
            IncidentFile.Term term, String title, String bearer, Optional<Titles.Left> left, String status) {}

    /**
     * @param changes against the version before; empty for the first
     * @param otherPictures than the version before
     */
    public record DraftLine(IncidentFile.Draft draft, String by, List<WordDiff.Piece> changes, boolean otherPictures) {}

    /**
     * @param note what others wrote that has to be read before this is filled in; empty: none
     * @param error the refusal beside the form; empty: none
     * @param album the pictures beside the fields; null: it has none
     * @param half the same fields may be sent here instead, as a smaller step; null: they may not
     * @param confirms it is what the program proposes: one key sends it and opens the next
     */
    public record Form(
            String path,
            String title,
            boolean open,
            List<Field> fields,
            String note,
            String error,
            @Nullable Half half,
            boolean confirms,
            @Nullable Album album) {}

    public record Half(String path, String title) {}

    public enum Kind {
        HIDDEN,
        LINE,
        TEXT,
        SELECT,
        PLACE,
        CHECKS,
        TICK
    }

    /**
     * @param values what stands in it now
     * @param key the digit that opens its candidates; empty: it has none
     * @param candidates what the program holds likely, the best first
     */
    public record Field(
            String name,
            String label,
            Kind kind,
            List<String> values,
            List<Option> options,
            boolean required,
            String key,
            List<Option> candidates) {

        Field(String name, String label, Kind kind, List<String> values, List<Option> options, boolean required) {
            this(name, label, kind, values, options, required, "", List.of());
        }

        Field withCandidates(String newKey, List<Option> likely) {
            return new Field(name, label, kind, values, options, required, newKey, likely);
        }

        Field withValues(List<String> typed) {
            return new Field(name, label, kind, typed, options, required, key, candidates);
        }

        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /** @param obstacle why it cannot be chosen; empty: it can */
    public record Option(String value, String title, String obstacle) {}
}
