package ru.otklik.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random calendars, hours (breaks, 24:00, nights, short days) and zones (Moscow moved its clocks in 2014, New York does
 * every year, Lord Howe by half an hour), against a walk that asks of every minute whether its local time is worked.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkingTimePropertiesTest {

    private static final List<String> ZONES =
            List.of("Europe/Moscow", "America/New_York", "Australia/Lord_Howe", "Asia/Vladivostok", "UTC");
    private static final int CASES = 12;

    static LongStream seeds() {
        return LongStream.range(1, 61);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_a_walk_minute_by_minute(long seed) {
        var world = new World(seed);
        for (int i = 0; i < CASES; i++) {
            long t = world.anInstant();
            long d = 1 + world.random.nextInt(20 * 3600);
            assertThat(world.time.plusSeconds(t, d)).as("plus(%d, %d)", t, d).isEqualTo(world.walk(t, d));
            assertThat(world.time.plusSeconds(t, -d)).as("minus(%d, %d)", t, d).isEqualTo(world.walkBack(t, d));
            long u = t + world.random.nextInt(4 * 86_400);
            assertThat(world.time.secondsBetween(t, u))
                    .as("between(%d, %d)", t, u)
                    .isEqualTo(world.count(t, u));
            assertThat(world.time.isWorking(Instant.ofEpochSecond(t))).isEqualTo(world.worked(t));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void minus_undoes_plus_and_plus_undoes_minus(long seed) {
        var world = new World(seed);
        for (int i = 0; i < CASES * 10; i++) {
            long t = world.anInstant();
            long d = world.anAmount();
            long due = world.time.plusSeconds(t, d);
            long back = world.time.plusSeconds(due, -d);
            assertThat(world.time.plusSeconds(back, d))
                    .as("plus(minus(%d, %d))", due, d)
                    .isEqualTo(due);
            assertThat(back).as("the last instant with %d left", d).isGreaterThanOrEqualTo(t);
            if (world.worked(t)) {
                assertThat(back).as("minus(plus(%d, %d))", t, d).isEqualTo(t);
            }
            assertThat(world.time.secondsBetween(t, due)).isEqualTo(d);
            assertThat(world.time.secondsBetween(due, t)).isEqualTo(-d);
            assertThat(world.time.secondsBetween(back, due)).isEqualTo(d);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plus_is_additive_and_monotone(long seed) {
        var world = new World(seed);
        for (int i = 0; i < CASES * 10; i++) {
            long t = world.anInstant();
            long u = t + world.random.nextInt(100_000);
            long a = world.anAmount();
            long b = world.anAmount();
            long due = world.time.plusSeconds(t, a + b);
            assertThat(world.time.plusSeconds(world.time.plusSeconds(t, a), b))
                    .as("plus(plus(%d, %d), %d)", t, a, b)
                    .isEqualTo(due);
            assertThat(world.time.plusSeconds(t, a)).isLessThanOrEqualTo(due);
            assertThat(world.time.plusSeconds(u, a)).isGreaterThanOrEqualTo(world.time.plusSeconds(t, a));
            assertThat(world.time.secondsBetween(t, u) + world.time.secondsBetween(u, due))
                    .isEqualTo(a + b);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void working_days_end_with_the_last_working_minute_of_their_date(long seed) {
        var world = new World(seed);
        Instant from = Instant.ofEpochSecond(world.anInstant());
        int days = 1 + world.random.nextInt(9);
        Instant due = world.time.plusWorkingDays(from, days);
        long last = due.getEpochSecond() - 1;
        assertThat(world.worked(last)).isTrue();
        assertThat(world.date(world.time.plusSeconds(last + 1, 1) - 1)).isAfter(world.date(last));
        LocalDate start = world.date(from.getEpochSecond());
        assertThat(start.plusDays(1)
                        .datesUntil(world.date(last).plusDays(1))
                        .filter(date -> world.time.timetable().worked(date)))
                .hasSize(days);
        assertThat(world.time.plusWorkingDays(from, 0)).isEqualTo(from);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_explanation_adds_up_and_stays_short(long seed) {
        var world = new World(seed);
        Instant from = Instant.ofEpochSecond(world.anInstant());
        for (var unit : Term.Unit.values()) {
            var term = new Term(1 + world.random.nextInt(200), unit);
            assertThat(term.explain(from, world.time)).as("%s", term).hasSizeBetween(2, 14);
            if (unit != Term.Unit.WORKING_DAYS) {
                assertThat(term.explainBefore(from, world.time)).as("%s", term).hasSizeBetween(2, 14);
            }
        }
    }

    private static final class World {
        private final Random random;
        private final WorkingCalendar calendar;
        private final WorkingHours hours;
        private final ZoneId zone;
        private final WorkingTime time;

        World(long seed) {
            random = new Random(seed);
            calendar = WorkingCalendar.of(aYear(2013), aYear(2014), aYear(2015));
            hours = someHours();
            zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            time = WorkingTime.of(calendar, hours, zone);
        }

        private CalendarYear aYear(int year) {
            Map<LocalDate, DayKind> marks = new HashMap<>();
            Set<LocalDate> presidential = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                LocalDate date = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
                DayKind kind = switch (random.nextInt(4)) {
                    case 0 -> DayKind.HOLIDAY;
                    case 1 -> DayKind.DAY_OFF;
                    case 2 -> CalendarYear.weekend(date) ? DayKind.MOVED : DayKind.SHORT;
                    default -> CalendarYear.weekend(date) ? DayKind.MOVED_SHORT : DayKind.SHORT;
                };
                marks.put(date, kind);
                if (i % 10 == 0) {
                    presidential.add(date.withDayOfYear(1 + random.nextInt(365)));
                }
            }
            return new CalendarYear(year, marks, presidential);
        }

        private WorkingHours someHours() {
            Map<DayOfWeek, List<WorkingHours.Span>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                List<WorkingHours.Span> spans = new ArrayList<>();
                int from = random.nextInt(600);
                for (int n = random.nextInt(4); n > 0 && from < 1400; n--) {
                    int to = random.nextInt(5) == 0 ? 1440 : Math.min(1440, from + 1 + random.nextInt(400));
                    spans.add(new WorkingHours.Span(from, to));
                    from = to + random.nextInt(3) * 30;
                }
                week.put(day, spans);
            }
            week.putIfAbsent(DayOfWeek.MONDAY, List.of());
            if (week.values().stream().allMatch(List::isEmpty)) {
                week.put(DayOfWeek.MONDAY, List.of(new WorkingHours.Span(0, 1440)));
            }
            return WorkingHours.of(week);
        }

        /** In the middle year, often about a change of the clocks, often on a whole minute. */
        long anInstant() {
            var local = LocalDateTime.of(2014, 1, 1, 0, 0);
            local = switch (random.nextInt(4)) {
                case 0 -> LocalDateTime.of(2014, 10, 25, 12, 0).plusMinutes(random.nextInt(2000));
                case 1 -> LocalDateTime.of(2014, 3, 8, 12, 0).plusMinutes(random.nextInt(2000));
                default -> local.plusMinutes(random.nextInt(365 * 1440));
            };
            return local.atZone(zone).toEpochSecond() + (random.nextBoolean() ? 0 : random.nextInt(60));
        }

        /** Mostly the hours of the decree, sometimes weeks of them. */
        long anAmount() {
            return 1 + (random.nextInt(3) == 0 ? random.nextInt(250_000) : random.nextInt(40_000));
        }

        LocalDate date(long t) {
            return LocalDate.ofInstant(Instant.ofEpochSecond(t), zone);
        }

        boolean worked(long t) {
            var at = LocalDateTime.ofInstant(Instant.ofEpochSecond(t), zone);
            int minute = at.getHour() * 60 + at.getMinute();
            return hours.on(at.toLocalDate(), calendar.kind(at.toLocalDate())).stream()
                    .anyMatch(s -> s.from() <= minute && minute < s.to());
        }

        long walk(long t, long left) {
            while (true) {
                long next = Math.floorDiv(t, 60) * 60 + 60;
                if (worked(t)) {
                    if (next - t >= left) {
                        return t + left;
                    }
                    left -= next - t;
                }
                t = next;
            }
        }

        long walkBack(long t, long left) {
            while (true) {
                long previous = Math.floorDiv(t - 1, 60) * 60;
                if (worked(previous)) {
                    if (t - previous >= left) {
                        return t - left;
                    }
                    left -= t - previous;
                }
                t = previous;
            }
        }

        long count(long t, long end) {
            long sum = 0;
            while (t < end) {
                long next = Math.min(end, Math.floorDiv(t, 60) * 60 + 60);
                sum += worked(t) ? next - t : 0;
                t = next;
            }
            return sum;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_duration_form_is_the_form_in_seconds(long seed) {
        var world = new World(seed);
        long t = world.anInstant();
        Duration d = Duration.ofSeconds(world.anAmount());
        Instant at = Instant.ofEpochSecond(t, 999_999_999);
        assertThat(world.time.plus(at, d).getEpochSecond()).isEqualTo(world.time.plusSeconds(t, d.toSeconds()));
        assertThat(world.time.minus(at, d)).isEqualTo(world.time.plus(at, d.negated()));
        assertThat(world.time.plus(at, Duration.ZERO)).isEqualTo(Instant.ofEpochSecond(t));
    }
}
