package ru.otklik.worktime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The production calendar of some whole years in a row. Immutable. */
public final class WorkingCalendar {

    private final NavigableMap<Integer, CalendarYear> years = new TreeMap<>();
    private final boolean presidentialDaysOff;
    private final String version;

    private WorkingCalendar(Collection<CalendarYear> years, boolean presidentialDaysOff) {
        years.forEach(y -> this.years.put(y.year(), y));
        this.presidentialDaysOff = presidentialDaysOff;
        if (this.years.isEmpty()) {
            throw new IllegalArgumentException("В календаре нет ни одного года.");
        }
        for (int y = this.years.firstKey(); y < this.years.lastKey(); y++) {
            if (!this.years.containsKey(y)) {
                throw new IllegalArgumentException(
                        "Годы календаря должны идти подряд: между %d и %d пропущен %d. Сначала загрузите его."
                                .formatted(this.years.firstKey(), this.years.lastKey(), y));
            }
        }
        this.version = hash();
    }

    /** Presidential days are days off until {@link #presidentialDaysOff} says otherwise. */
    public static WorkingCalendar of(CalendarYear... years) {
        return of(List.of(years));
    }

    public static WorkingCalendar of(Collection<CalendarYear> years) {
        return new WorkingCalendar(years, true);
    }

    /** The same calendar with that year replaced or added; a gap between the years is refused. */
    public WorkingCalendar with(CalendarYear year) {
        return with(List.of(year));
    }

    /** The same for several years at once. */
    public WorkingCalendar with(Collection<CalendarYear> some) {
        NavigableMap<Integer, CalendarYear> all = new TreeMap<>(years);
        some.forEach(y -> all.put(y.year(), y));
        return some.isEmpty() ? this : new WorkingCalendar(all.values(), presidentialDaysOff);
    }

    /** In order. */
    public Collection<CalendarYear> years() {
        return Collections.unmodifiableCollection(years.values());
    }

    public Optional<CalendarYear> find(int year) {
        return Optional.ofNullable(years.get(year));
    }

    /** Whether the «нерабочие дни» of presidential decrees count as days off. */
    public WorkingCalendar presidentialDaysOff(boolean off) {
        return off == presidentialDaysOff ? this : new WorkingCalendar(years.values(), off);
    }

    /** First covered date, a 1 January. */
    public LocalDate from() {
        return LocalDate.of(years.firstKey(), 1, 1);
    }

    /** Last covered date, a 31 December. */
    public LocalDate to() {
        return LocalDate.of(years.lastKey(), 12, 31);
    }

    /** How many days after that one are still covered; negative when the calendar has run out. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, to());
    }

    public DayKind kind(LocalDate date) {
        CalendarYear year = years.get(date.getYear());
        if (year == null) {
            throw outside(date);
        }
        return year.kind(date, presidentialDaysOff);
    }

    /** Eight hexadecimal digits of everything that can change a term: equal content, equal version. */
    public String version() {
        return version;
    }

    OutsideCalendar outside(LocalDate date) {
        int missing = date.isBefore(from()) ? from().getYear() - 1 : to().getYear() + 1;
        return new OutsideCalendar("Дата " + TimeText.date(date), missing, this);
    }

    OutsideCalendar endsAfter() {
        return new OutsideCalendar("Конец срока", to().getYear() + 1, this);
    }

    OutsideCalendar beginsBefore() {
        return new OutsideCalendar("Начало срока", from().getYear() - 1, this);
    }

    private String hash() {
        var text = new StringBuilder(presidentialDaysOff ? "" : "presidential days are worked\n");
        for (CalendarYear y : years.values()) {
            text.append(y.year()).append(y.marks()).append(y.presidential()).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
