package ru.otklik.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import ru.otklik.worktime.OutsideCalendar;
import ru.otklik.worktime.WorkingTime;

/** Lines {@code term,from} become lines {@code term,from,due}; a bad line becomes {@code error: …} in its place. */
final class TermBatch {

    private static final String HEADER = "term,from";
    private static final int CHUNK = 1 << 16;

    private final WorkingTime time;

    TermBatch(WorkingTime time) {
        this.time = time;
    }

    /** @return how many lines were bad */
    int run(BufferedReader lines, PrintStream out) throws IOException {
        var answer = new StringBuilder();
        int bad = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String row = (number++ == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (row.isEmpty() || number == 1 && row.equals(HEADER)) {
                continue;
            }
            try {
                answer.append(due(row)).append('\n');
            } catch (OutsideCalendar | IllegalArgumentException e) {
                bad++;
                answer.append("error: строка %d: %s\n".formatted(number, e.getMessage()));
            }
            if (answer.length() > CHUNK) {
                out.print(answer);
                answer.setLength(0);
            }
        }
        out.print(answer);
        out.flush();
        return bad;
    }

    /** A local time that the clocks skip is moved on; one that they repeat is the first of the two. */
    static Instant instant(String text, ZoneId zone) {
        try {
            boolean local = text.length() > 10 && text.indexOf('+', 10) < 0 && text.indexOf('-', 10) < 0;
            if (local && !text.endsWith("Z")) {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Непонятный момент «%s»; нужно, например, 2026-11-20T16:30.".formatted(text), e);
        }
    }

    private String due(String row) {
        int comma = row.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("нужно «срок,момент», например 4wh,2026-11-20T16:30.");
        }
        AskedTerm term = AskedTerm.parse(row.substring(0, comma));
        Instant from = instant(row.substring(comma + 1).strip(), time.zone());
        return term + "," + local(from) + "," + local(term.at(from, time));
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, time.zone());
    }
}
