package ru.otklik.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.otklik.kernel.Outcome;

/**
 * Answers that an official account gave in the network past the outbox. The approved text, posted by hand, ends the
 * terms at the network's time; any other is on record until the centre takes it for the answer.
 */
public final class HandAnswers {

    private HandAnswers() {}

    /** People copy with other spaces, and networks trim. */
    public static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Whether a page says it, among all else. */
    public static boolean says(String page, String answer) {
        return plain(page).contains(plain(answer));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    static Outcome<Decision> note(Incident i, Command.NoteHandAnswer c, Context x) {
        World w = x.world();
        long id = i.head().id();
        boolean known = w.handAnswers(id).stream()
                .anyMatch(h -> h.externalId().equals(c.externalId()) && h.text().equals(c.text()));
        boolean published =
                i instanceof Incident.Answered && isVersion(w, id, i.head().drafts(), c.text());
        if (known || published) {
            return Outcome.refused("known-answer", "Этот ответ уже на учёте.");
        }
        var seen = new Fact.HandAnswerSeen(c.externalId(), c.url(), c.text(), c.at());
        return i instanceof Incident.Approved a
                        && isVersion(w, id, a.submission().draft(), c.text())
                ? a.published(a.submission().draft(), c.url(), c.at()).map(d -> after(seen, d))
                : Decision.of(i, seen);
    }

    private static boolean isVersion(World w, long incident, int version, String text) {
        return w.draft(incident, version).filter(d -> same(d.text(), text)).isPresent();
    }

    /** With the answer itself on record before it. */
    static Decision after(Fact first, Decision d) {
        var facts = new ArrayList<Fact>();
        facts.add(first);
        facts.addAll(d.facts());
        return new Decision(d.next(), List.copyOf(facts));
    }

    static Outcome<Decision> accept(Incident.UnderWay i, Context x) {
        Optional<World.HandAnswer> newest = x.world().handAnswers(i.head().id()).stream()
                .filter(h -> !h.settled())
                .findFirst();
        World.HandAnswer seen = newest.orElseThrow();
        Head head = i.head().withDraft();
        return Decision.of(
                new Incident.Answered(head.withPublished(DraftKind.FINAL), i.work()),
                new Fact.DraftSaved(head.drafts(), DraftKind.FINAL, seen.text(), List.of()),
                new Fact.Published(head.drafts(), DraftKind.FINAL, seen.url(), seen.at()));
    }
}
