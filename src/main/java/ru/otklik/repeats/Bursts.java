package ru.otklik.repeats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;
import ru.otklik.detection.repeats.Burst;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;

/** A topic at a place far above its norm: a signal to the centre, and a candidate for clause 25. */
@Service
public class Bursts {

    private static final int MOST = 50;

    public record By(int person, Instant at) {}

    /**
     * @param hourly its counts are of hours; else of days
     * @param count the most that one window brought
     * @param usual how many a window usually brings
     * @param series counts of the windows, the oldest first
     * @param candidate who thinks that the Governor must know (clause 25)
     */
    public record Noticed(
            long id,
            String topic,
            String place,
            boolean hourly,
            Instant began,
            Instant last,
            int count,
            double usual,
            List<Integer> series,
            Optional<By> seen,
            Optional<By> candidate,
            @Nullable String note) {}

    private final BurstRows rows;
    private final BurstCounts counts;
    private final RepeatRows messages;
    private final TransactionTemplate transaction;
    private final RepeatsWiring.Settings settings;
    private final Clock clock;

    Bursts(
            BurstRows rows,
            BurstCounts counts,
            RepeatRows messages,
            TransactionTemplate transaction,
            RepeatsWiring.Settings settings,
            Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.messages = messages;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return false: once in a while is enough */
    boolean turn() {
        transaction.executeWithoutResult(t -> {
            if (rows.alone()) {
                look("HOURLY", Burst.Measure.HOURLY);
                look("DAILY", Burst.Measure.DAILY);
            }
        });
        return false;
    }

    private void look(String name, Burst.Measure measure) {
        Instant now = clock.instant();
        Instant lasting = now.minus(settings.fresh());
        counts.of(measure, now)
                .forEach((s, series) -> Burst.of(s.topic(), s.place(), series, measure)
                        .ifPresent(b -> rows.keep(b, name, now, lasting)));
    }

    public static boolean isOpenTo(Actor viewer) {
        return viewer.is(Role.OPERATOR) || viewer.is(Role.APPROVER) || viewer.is(Role.CONTROLLER);
    }

    public List<Noticed> list(Actor viewer) {
        return isOpenTo(viewer) ? rows.list(MOST) : List.of();
    }

    /** What it is made of, the newest first. */
    public List<Repeats.Other> messages(Noticed b, Actor viewer) {
        Duration window = (b.hourly() ? Burst.Measure.HOURLY : Burst.Measure.DAILY).window();
        var subject = new Subject(b.topic(), b.place());
        return messages.about(
                subject, b.began().minus(window), b.last(), Optional.empty(), MOST, Visibility.of(viewer));
    }

    /** What the centre has to look at now; the newest first. */
    public List<Noticed> fresh() {
        return rows.fresh(clock.instant().minus(settings.fresh()));
    }

    public Outcome<Boolean> see(long id, Actor by) {
        return mayDecide(by).then(ok -> rows.see(id, by.person(), clock.instant()) ? Outcome.done(true) : gone());
    }

    /** @param note why, for whoever prepares the information */
    public Outcome<Boolean> propose(long id, String note, Actor by) {
        if (note.isBlank() || note.length() > 2_000 || note.indexOf('\0') >= 0) {
            return Outcome.refused(
                    "no-reason", "Напишите, почему нужны оперативные управленческие решения: не длиннее 2000 знаков.");
        }
        return mayDecide(by).then(ok -> {
            Instant now = clock.instant();
            boolean proposed = rows.propose(id, note.strip(), by.person(), now);
            rows.see(id, by.person(), now);
            return proposed ? Outcome.done(true) : gone();
        });
    }

    private static Outcome<Boolean> mayDecide(Actor by) {
        return by.is(Role.OPERATOR) || by.is(Role.APPROVER)
                ? Outcome.done(true)
                : Outcome.refused("not-yours", "Это решает сотрудник ЦУР.");
    }

    private static Outcome<Boolean> gone() {
        return Outcome.refused("already", "Это уже сделано, или такого всплеска нет. Откройте страницу заново.");
    }
}
