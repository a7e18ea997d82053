package ru.otklik.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import ru.otklik.worktime.CalendarYear;
import ru.otklik.worktime.DayKind;
import ru.otklik.worktime.Term;
import ru.otklik.worktime.WorkingCalendar;
import ru.otklik.worktime.WorkingHours;
import ru.otklik.worktime.WorkingTime;

/** Our working time against a walk over a set of holidays: the same holidays, hours and instants, in one run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WorkingTimeBench {

    private static final int COUNT = 200_000;
    private static final long FOUR_HOURS = 4 * 3600;
    private static final Term TERM = Term.parse("4wh");

    private WorkingTime ours;
    private Walk walk;
    private final long[] from = new long[COUNT];
    private final long[] to = new long[COUNT];

    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(WorkingTimeBench.class.getSimpleName())
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> nanos = new TreeMap<>();
        results.forEach(r ->
                nanos.put(r.getPrimaryResult().getLabel(), r.getPrimaryResult().getScore()));
        for (String what : List.of("plus4h", "between")) {
            Double mine = nanos.get(what + "Ours");
            Double theirs = nanos.get(what + "Walk");
            if (mine != null && theirs != null) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: ours %.1f M/s, walk %.1f M/s, ratio %.1f%n",
                        what,
                        1e3 / mine,
                        1e3 / theirs,
                        theirs / mine);
            }
        }
    }

    /** 200 000 seeded minutes of 2021–2026, and another up to thirty days later; any difference stops the run. */
    @Setup
    public void prepare() {
        Set<LocalDate> holidays = new HashSet<>();
        List<CalendarYear> years = new ArrayList<>();
        for (int year = 2020; year <= 2027; year++) {
            Map<LocalDate, DayKind> marks = new HashMap<>();
            for (String day :
                    "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04".split(" ")) {
                marks.put(LocalDate.parse(year + "-" + day), DayKind.HOLIDAY);
            }
            holidays.addAll(marks.keySet());
            years.add(new CalendarYear(year, marks, Set.of()));
        }
        walk = new Walk(holidays);
        ours = WorkingTime.of(
                WorkingCalendar.of(years),
                WorkingHours.parse("пн-чт 09:00-13:00 14:00-18:00; пт 09:00-13:00 14:00-16:45"),
                ZoneOffset.UTC);
        var random = new Random(753);
        long first = LocalDate.of(2021, 1, 1).toEpochDay() * 1440;
        for (int i = 0; i < COUNT; i++) {
            from[i] = (first + random.nextInt(6 * 365 * 1440)) * 60;
            to[i] = from[i] + random.nextInt(30 * 1440) * 60L;
            if (walk.plus(from[i], FOUR_HOURS) != ours.plusSeconds(from[i], FOUR_HOURS)
                    || walk.between(from[i], to[i]) != ours.secondsBetween(from[i], to[i])) {
                throw new IllegalStateException("the two differ from " + from[i] + " to " + to[i]);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long plus4hOurs() {
        long sum = 0;
        for (long t : from) {
            sum += ours.plusSeconds(t, FOUR_HOURS);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long plus4hWalk() {
        long sum = 0;
        for (long t : from) {
            sum += walk.plus(t, FOUR_HOURS);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long plus4hOursAsInstant() {
        long sum = 0;
        for (long t : from) {
            sum += ours.plus(Instant.ofEpochSecond(t), Duration.ofHours(4)).getEpochSecond();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long betweenOurs() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += ours.secondsBetween(from[i], to[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long betweenWalk() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += walk.between(from[i], to[i]);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long explain4h() {
        long sum = 0;
        for (long t : from) {
            sum += TERM.explain(Instant.ofEpochSecond(t), ours).size();
        }
        return sum;
    }
}
