package ru.otklik.casework;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Role;
import ru.otklik.region.Region;
import ru.otklik.regulation.Regulation;
import ru.otklik.worktime.WorkingTime;

/** A region in memory: its people, its regulations, one working time for everybody. */
final class Krai implements World {

    static final Actor OPERATOR = centre(1, Role.OPERATOR);
    static final Actor APPROVER = centre(2, Role.APPROVER);
    static final Actor SECOND_APPROVER = centre(3, Role.APPROVER);
    static final Actor CONTROLLER = centre(4, Role.CONTROLLER);
    static final Actor ADMINISTRATOR = centre(5, Role.ADMINISTRATOR);

    static final WorkingTime TIME = Region.named("stavropol").workingTime().workingTime();

    /** Why an authority cannot be routed to. */
    final Map<Integer, String> obstacles = new HashMap<>();

    final Map<Integer, WorkingTime> times = new HashMap<>();
    final Map<Integer, Integer> contributions = new HashMap<>();
    final List<World.HandAnswer> handAnswers = new ArrayList<>();
    final Map<Integer, World.Draft> drafts = new HashMap<>();

    @Nullable
    Long event;

    private final Regulation regulation;
    private final Map<Integer, Regulation> own = new HashMap<>();

    Krai(Regulation regulation) {
        this.regulation = regulation;
    }

    /** The authority joined with its own regulation. */
    Krai joined(int authority, Regulation withOwn) {
        own.put(authority, withOwn);
        return this;
    }

    static Actor executor(int authority) {
        return new Actor(authority * 10, "Исполнитель " + authority, Set.of(Role.EXECUTOR), authority);
    }

    static Actor deputy(int authority) {
        return new Actor(authority * 10 + 1, "Заместитель " + authority, Set.of(Role.DEPUTY_HEAD), authority);
    }

    private static Actor centre(int person, Role role) {
        return new Actor(person, role.title(), Set.of(role), null);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Moscow")).toInstant();
    }

    @Override
    public Optional<String> obstacle(int authority) {
        return Optional.ofNullable(obstacles.get(authority));
    }

    @Override
    public String title(int authority) {
        return "Орган власти " + authority;
    }

    @Override
    public WorkingTime workingTime(@Nullable Integer authority) {
        return authority == null ? TIME : times.getOrDefault(authority, TIME);
    }

    @Override
    public Regulation regulation(String key) {
        return own.values().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElse(regulation);
    }

    @Override
    public Regulation regulationOf(@Nullable Integer authority, Instant at) {
        return authority == null ? regulation : own.getOrDefault(authority, regulation);
    }

    @Override
    public Optional<String> barrier(String network, int authority, int person) {
        return network.equals("vk") ? Optional.empty() : Optional.of("Здесь ответ размещают вручную.");
    }

    @Override
    public Optional<String> unfit(Head incident, int authority, Draft draft) {
        return draft.text().length() > 4_000 ? Optional.of("Текст слишком длинный.") : Optional.empty();
    }

    @Override
    public List<HandAnswer> handAnswers(long incident) {
        return handAnswers;
    }

    @Override
    public Optional<Draft> draft(long incident, int version) {
        return Optional.ofNullable(drafts.get(version));
    }

    @Override
    public int contributions(long incident, int authority) {
        return contributions.getOrDefault(authority, 0);
    }

    @Override
    public boolean exists(long incident) {
        return incident == Journey.ID || incident == Journey.EARLIER;
    }

    @Override
    public Optional<Long> event(long incident) {
        return Optional.ofNullable(event);
    }

    @Override
    public boolean isEvent(long number) {
        return number == Journey.EVENT;
    }
}
