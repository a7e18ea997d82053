package ru.otklik.casebook;

import java.util.Map;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;

/**
 * Which incidents somebody sees: the centre and the Government all, an authority those that it leads or contributes to.
 * The only place that says so.
 *
 * @param authority the only one whose incidents are seen, where not all are; 0: none
 */
public record Visibility(boolean all, int authority) {

    /** Over {@code incident i}, with the parameters of {@link #parameters()}. */
    public static final String CONDITION = """
            (:seesAll or i.lead = :viewer
                or exists (select from co_execution v where v.incident_id = i.id and v.authority = :viewer))
            """;

    public static Visibility of(Actor viewer) {
        Integer body = viewer.authority();
        return new Visibility(viewer.seesAll(), body == null ? 0 : body);
    }

    public boolean sees(Incident incident) {
        return all
                || incident instanceof Incident.UnderWay u
                        && (u.work().lead() == authority
                                || u.work().find(authority).isPresent());
    }

    public Map<String, Object> parameters() {
        return Map.of("seesAll", all, "viewer", authority);
    }
}
