package ru.otklik.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.access.Me;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;

/** What the caller may see; the rest does not exist for it. */
@Component
class Visible {

    private final Incidents incidents;

    Visible(Incidents incidents) {
        this.incidents = incidents;
    }

    Optional<Incident> find(long id, Me me) {
        return incidents.find(id).filter(Visibility.of(me.actor())::sees);
    }
}
