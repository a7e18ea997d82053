package ru.otklik.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as the regulation says it: {@code 4wh}, {@code 30m}, {@code 7wd}. */
public record Term(int amount, Unit unit) {

    /** The limits are about a year of each. */
    public enum Unit {
        WORKING_MINUTES("wm", 120_000, "рабочая минута", "рабочие минуты", "рабочих минут"),
        WORKING_HOURS("wh", 2_000, "рабочий час", "рабочих часа", "рабочих часов"),
        /** The day itself is not counted; due at the end of the last. */
        WORKING_DAYS("wd", 250, "рабочий день", "рабочих дня", "рабочих дней"),
        MINUTES("m", 527_040, "минута", "минуты", "минут"),
        HOURS("h", 8_784, "час", "часа", "часов"),
        /** To the same time of the local clock. */
        DAYS("d", 366, "день", "дня", "дней");

        private final String code;
        private final int most;
        private final String one;
        private final String few;
        private final String many;

        Unit(String code, int most, String one, String few, String many) {
            this.code = code;
            this.most = most;
            this.one = one;
            this.few = few;
            this.many = many;
        }

        public boolean working() {
            return this == WORKING_MINUTES || this == WORKING_HOURS || this == WORKING_DAYS;
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s?([a-z]{1,2})");
    private static final Map<String, Unit> UNITS = new TreeMap<>();

    static {
        for (Unit unit : Unit.values()) {
            UNITS.put(unit.code, unit);
        }
    }

    public Term {
        if (amount < 1 || amount > unit.most) {
            throw new IllegalArgumentException("Срок «%d%s» вне пределов: допустимо от 1 до %d%s."
                    .formatted(amount, unit.code, unit.most, unit.code));
        }
    }

    public static Term parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        Unit unit = m.matches() ? UNITS.get(m.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    "Непонятный срок «%s». Нужно число и единица: wh — рабочие часы, wm — рабочие минуты, wd — рабочие дни, h — часы, m — минуты, d — дни. Пример: 4wh."
                            .formatted(text));
        }
        return new Term(Integer.parseInt(m.group(1)), unit);
    }

    /** When a term that starts then is due. */
    public Instant from(Instant start, WorkingTime time) {
        return switch (unit) {
            case WORKING_MINUTES, WORKING_HOURS -> time.plus(start, length());
            case WORKING_DAYS -> time.plusWorkingDays(start, amount);
            case MINUTES, HOURS -> wholeSeconds(start).plus(length());
            case DAYS ->
                wholeSeconds(start).atZone(time.zone()).plusDays(amount).toInstant();
        };
    }

    /** The last instant from which this term is left until {@code end}: «не позднее чем за час до срока». */
    public Instant before(Instant end, WorkingTime time) {
        return switch (unit) {
            case WORKING_MINUTES, WORKING_HOURS -> time.minus(end, length());
            case WORKING_DAYS ->
                throw new IllegalArgumentException(
                        "Срок «%s» нельзя отсчитать назад: рабочие дни считаются только вперёд. Укажите рабочие часы."
                                .formatted(this));
            case MINUTES, HOURS -> wholeSeconds(end).minus(length());
            case DAYS -> wholeSeconds(end).atZone(time.zone()).minusDays(amount).toInstant();
        };
    }

    /** Why {@link #from} says so, line by line, in the local time of the zone. */
    public List<String> explain(Instant start, WorkingTime time) {
        return Explanation.forward(this, start, time);
    }

    /** Why {@link #before} says so. */
    public List<String> explainBefore(Instant end, WorkingTime time) {
        return Explanation.backward(this, end, time);
    }

    /** As {@code 4 рабочих часа}. */
    public String text() {
        return amount + " " + TimeText.plural(amount, unit.one, unit.few, unit.many);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return amount + unit.code;
    }

    /** Of a term of hours or minutes, working or plain. */
    public Duration length() {
        return unit == Unit.WORKING_HOURS || unit == Unit.HOURS ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
    }

    private static Instant wholeSeconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }
}
