package ru.otklik.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;

/** What the caller may see; the rest does not exist for it. An authority sees what it leads or takes part in. */
@Component
class Visible {

    private final Incidents incidents;

    Visible(Incidents incidents) {
        this.incidents = incidents;
    }

    Optional<Incident> find(long id, Me me) {
        var actor = actor(me);
        return incidents.find(id).filter(i -> actor.seesAll() || isTheirs(i, actor));
    }

    static Actor actor(Me me) {
        return new Actor(me.personId(), me.name(), me.roles(), me.authorityId());
    }

    private static boolean isTheirs(Incident incident, Actor actor) {
        return actor.authority() != null
                && incident instanceof Incident.UnderWay u
                && (u.work().lead() == actor.authority()
                        || u.work().find(actor.authority()).isPresent());
    }
}
