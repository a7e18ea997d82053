package ru.otklik.publication;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.kernel.Role;

/** How the answers to an incident fare on their way to the network. */
@Service
public class Publications {

    public enum State {
        WAITING("Ждёт размещения"),
        SENDING("Размещается"),
        SENT("Размещено"),
        /** Looked at since: it stands there as it was approved. */
        SEEN("Размещено и проверено"),
        /** It does not stand there any more, or not so. */
        GONE("Размещённый ответ изменился в сети"),
        FAILED("Не размещено"),
        /** The call broke off; the network is asked. */
        UNCERTAIN("Проверяем, размещено ли"),
        /** The network did not say: a person looks, and decides. */
        UNKNOWN("Не знаем, размещено ли");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Not known to stand in the network. */
        boolean isOpen() {
            return this != SENT && this != SEEN && this != GONE;
        }

        /** Nothing more happens by itself. */
        public boolean needsPerson() {
            return this == FAILED || this == UNKNOWN;
        }
    }

    /** @param error the last one, a sentence for a person */
    public record Publication(
            long id,
            int draft,
            State state,
            int attempts,
            Instant nextTryAt,
            @Nullable String url,
            @Nullable String externalId,
            @Nullable String error) {}

    private static final Set<Role> CENTRE = EnumSet.of(Role.OPERATOR, Role.APPROVER);

    private final OutboxRows rows;

    Publications(OutboxRows rows) {
        this.rows = rows;
    }

    /** All of an incident, the newest draft first. */
    public List<Publication> list(long incident) {
        return rows.list(incident);
    }

    /** Of the version that is approved and not yet published; empty when nobody ordered it. */
    public Optional<Publication> underWay(Incident incident) {
        return incident instanceof Incident.Approved approved
                ? rows.find(incident.head().id(), approved.submission().draft())
                : Optional.empty();
    }

    /** Once the program gave up, the centre may do for the lead what the lead may: the term of clause 14 runs. */
    public Actor standIn(Actor actor, Incident incident) {
        boolean gaveUp = actor.roles().stream().anyMatch(CENTRE::contains)
                && underWay(incident).filter(p -> p.state().needsPerson()).isPresent();
        if (!gaveUp || !(incident instanceof Incident.Approved approved)) {
            return actor;
        }
        Set<Role> roles = EnumSet.copyOf(actor.roles());
        roles.add(Role.EXECUTOR);
        return new Actor(actor.person(), actor.name(), roles, approved.work().lead());
    }
}
