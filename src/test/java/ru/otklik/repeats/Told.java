package ru.otklik.repeats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

/** People tell, the centre routes, an authority answers. */
@TestComponent
public class Told {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Incidents incidents;
    private final Authorities authorities;
    private final People people;
    private final Hearing hearing;
    private final Clock clock;

    Told(Incidents incidents, Authorities authorities, People people, Hearing hearing, Clock clock) {
        this.incidents = incidents;
        this.authorities = authorities;
        this.people = people;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** A topic of its own, so that tests do not hear each other. */
    public static String aTopic() {
        return "topic" + NEXT.incrementAndGet();
    }

    public long told(@Nullable String author, String text, String topic) {
        return told(author, text, topic, clock.instant().minus(Duration.ofMinutes(1)));
    }

    public long told(@Nullable String author, String text, String topic, @Nullable Instant at) {
        String url = author == null ? null : "https://vk.com/" + author;
        var message = new NewMessage(
                "vk", "", "said-" + NEXT.incrementAndGet(), null, author, url, author, text, at, List.of(), null);
        var assessment = new Assessment(topic, "stavropol", Importance.ORDINARY, false);
        return incidents.receive(message, assessment, null).incident();
    }

    public void heard() {
        while (hearing.turn()) {}
    }

    public long route(long id, int lead) {
        var assessment = incidents.find(id).orElseThrow().head().assessment();
        done(id, new Command.Route(lead, List.of(), null, assessment), centre(Role.OPERATOR));
        return id;
    }

    /** From routing to the published final answer. */
    public long answer(long id, int lead, String text) {
        route(id, lead);
        done(id, new Command.SaveDraft(DraftKind.FINAL, text), executor(lead));
        done(id, new Command.Submit(1, true), executor(lead));
        done(id, new Command.Approve(1), centre(Role.APPROVER));
        done(id, new Command.RecordPublication("https://vk.com/wall-1_" + id), executor(lead));
        return id;
    }

    public void done(long id, Command command, Actor by) {
        incidents.handle(id, null, command, by).get();
    }

    public int authority(int number) {
        return authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .toList()
                .get(number)
                .id();
    }

    public Actor executor(int authority) {
        return actor(people.list(authority).stream()
                .filter(p -> p.has(Role.EXECUTOR))
                .findFirst()
                .orElseThrow());
    }

    public Actor centre(Role role) {
        return actor(people.list().stream().filter(p -> p.has(role)).findFirst().orElseThrow());
    }

    private static Actor actor(Person p) {
        return new Actor(p.id(), p.name(), p.roles(), p.authorityId());
    }
}
