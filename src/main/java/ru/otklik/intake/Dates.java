package ru.otklik.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** A date as tables write it. One that is not understood is unknown: the message matters more. */
final class Dates {

    private static final List<DateTimeFormatter> KNOWN = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][ ]HH:mm[:ss[.SSS][.SS][.S]][XXX][XX][X]]"),
            DateTimeFormatter.ofPattern("d.M.yyyy[[,] H:mm[:ss]]"),
            DateTimeFormatter.ofPattern("d/M/yyyy[[,] H:mm[:ss]]"),
            DateTimeFormatter.ofPattern("d.M.yy[[,] H:mm[:ss]]"));
    /** Day 1 of a workbook, with its leap year 1900 that never was. */
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);

    private Dates() {}

    static Optional<Instant> read(String text, ZoneId zone) {
        String date = text.strip();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (date.matches("\\d{5}(\\.\\d{1,20})?")) {
            long minutes = new BigDecimal(date)
                    .multiply(BigDecimal.valueOf(24 * 60 * 60))
                    .setScale(0, java.math.RoundingMode.HALF_UP)
                    .longValue();
            return Optional.of(EXCEL.atStartOfDay()
                    .plus(minutes, ChronoUnit.SECONDS)
                    .atZone(zone)
                    .toInstant());
        }
        if (date.matches("\\d{10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
        }
        return KNOWN.stream().flatMap(f -> parse(f, date, zone).stream()).findFirst();
    }

    private static Optional<Instant> parse(DateTimeFormatter format, String date, ZoneId zone) {
        try {
            TemporalAccessor found = format.parseBest(date, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (found instanceof OffsetDateTime exact) {
                return Optional.of(exact.toInstant());
            }
            LocalDateTime local = found instanceof LocalDateTime time ? time : ((LocalDate) found).atStartOfDay();
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
