package ru.otklik.desk;

import java.util.List;
import java.util.Optional;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Incident;
import ru.otklik.desk.IncidentView.TermLine;

/** The terms in words. */
final class TermLines {

    private TermLines() {}

    static List<TermLine> of(Incident incident, List<IncidentFile.Term> terms, Titles titles) {
        return terms.stream().map(t -> line(incident, t, titles)).toList();
    }

    private static TermLine line(Incident incident, IncidentFile.Term t, Titles titles) {
        String bearer = t.coExecutor() != null ? titles.authority(t.coExecutor()) : titles.authority(t.authority());
        boolean late = t.isLate(titles.now());
        return new TermLine(
                t,
                titles.term(incident.head().regulation(), t.term()),
                bearer,
                // a right that has passed is nobody's delay
                t.isOpen() && !(t.right() && late) ? titles.left(t.due(), t.authority()) : Optional.empty(),
                status(t, late));
    }

    private static String status(IncidentFile.Term t, boolean late) {
        if (t.isOpen()) {
            return !late ? "идёт" : t.right() ? "истёк" : "просрочен";
        }
        if (!Boolean.TRUE.equals(t.met())) {
            return t.right() ? "не использован" : "отменён";
        }
        return late ? "исполнен с опозданием" : t.right() ? "использован" : "исполнен";
    }
}
