package ru.otklik.repeats;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.State;
import ru.otklik.detection.repeats.Event;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;

/** Many messages on the same problem at the same place. The program proposes, a person of the centre decides. */
@Service
public class Events {

    private static final int MOST = 100;

    /** @param open so many are not answered yet */
    public record Gathered(
            long id, @Nullable String topic, @Nullable String place, Instant openedAt, int messages, int open) {}

    /** @param ordered its answer was given to be posted */
    public record Message(
            long incident,
            State state,
            @Nullable Integer lead,
            boolean ordered,
            Instant at,
            @Nullable String author,
            String excerpt) {}

    private final EventRows rows;
    private final Incidents incidents;
    private final RepeatsWiring.Settings settings;
    private final Clock clock;

    Events(EventRows rows, Incidents incidents, RepeatsWiring.Settings settings, Clock clock) {
        this.rows = rows;
        this.incidents = incidents;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts what the viewer may see, and leaves out the others. */
    public List<Gathered> list(Actor viewer) {
        return rows.list(null, MOST, Visibility.of(viewer));
    }

    public Optional<Gathered> find(long id, Actor viewer) {
        return rows.list(id, 1, Visibility.of(viewer)).stream().findFirst();
    }

    /** From the first to the last. */
    public List<Message> messages(long id, Actor viewer) {
        return rows.messages(id, Visibility.of(viewer));
    }

    public Optional<Long> of(long incident, Actor viewer) {
        return rows.of(incident, Visibility.of(viewer));
    }

    /** What looks like an event and is none yet, the greatest first. */
    public List<Event> proposed(Actor viewer) {
        return mayGather(viewer)
                ? Event.among(rows.loose(clock.instant().minus(settings.apart())), settings.apart(), settings.people())
                : List.of();
    }

    public boolean mayGather(Actor viewer) {
        return viewer.is(Role.OPERATOR);
    }

    /** Refused where the first of them cannot be its beginning; of the others each tells its own. */
    public Outcome<Opened> open(List<Long> all, Actor by) {
        if (!mayGather(by)) {
            return Outcome.refused("not-yours", "Событие собирает оператор ЦУР.");
        }
        if (all.size() < 2) {
            return Outcome.refused("too-few", "Отметьте хотя бы одно сообщение: событие — это несколько сообщений.");
        }
        if (all.stream().anyMatch(id -> incidents.find(id).isEmpty())) {
            return Outcome.refused("no-incident", "Одного из отмеченных сообщений нет. Откройте страницу заново.");
        }
        long event = rows.open(all.get(0), by.person(), clock.instant());
        return Outcome.done(new Opened(event, gather(event, all, by)));
    }

    /** @param done what became of each message */
    public record Opened(long event, ForEach done) {}

    public ForEach gather(long event, List<Long> all, Actor by) {
        return each(all, new Command.Gather(event), by);
    }

    public ForEach takeOut(long event, List<Long> all, Actor by) {
        var inside = new ArrayList<>(all);
        inside.removeIf(
                id -> rows.of(id, Visibility.of(by)).filter(e -> e == event).isEmpty());
        return each(inside, new Command.Gather(null), by);
    }

    private ForEach each(List<Long> all, Command command, Actor by) {
        return ForEach.of(all, id -> incidents.handle(id, null, command, by));
    }
}
