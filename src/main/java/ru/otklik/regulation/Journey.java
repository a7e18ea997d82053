package ru.otklik.regulation;

import java.util.EnumMap;
import java.util.Map;

/** What must have happened before what, whatever the region's numbers are. */
final class Journey {

    /** The one nearest event without which this one cannot happen. */
    private static final Map<Event, Event> AFTER = new EnumMap<>(Event.class);

    static {
        AFTER.put(Event.ROUTED, Event.DETECTED);
        AFTER.put(Event.RETURNED, Event.ROUTED);
        AFTER.put(Event.CONTRIBUTION_ASKED, Event.ROUTED);
        AFTER.put(Event.CONTRIBUTION_SENT, Event.CONTRIBUTION_ASKED);
        AFTER.put(Event.CONTRIBUTION_SENT_BACK, Event.CONTRIBUTION_SENT);
        AFTER.put(Event.CONTRIBUTION_ACCEPTED, Event.CONTRIBUTION_ASKED);
        AFTER.put(Event.CONTRIBUTION_DROPPED, Event.CONTRIBUTION_ASKED);
        AFTER.put(Event.DRAFT_SUBMITTED, Event.ROUTED);
        AFTER.put(Event.INTERIM_SUBMITTED, Event.ROUTED);
        AFTER.put(Event.FINAL_SUBMITTED, Event.ROUTED);
        AFTER.put(Event.REMARKED, Event.DRAFT_SUBMITTED);
        AFTER.put(Event.APPROVED, Event.DRAFT_SUBMITTED);
        AFTER.put(Event.PUBLISHED, Event.APPROVED);
        AFTER.put(Event.INTERIM_PUBLISHED, Event.APPROVED);
        AFTER.put(Event.FINAL_PUBLISHED, Event.APPROVED);
        AFTER.put(Event.EXCLUDED, Event.DETECTED);
        AFTER.put(Event.RESTORED, Event.EXCLUDED);
    }

    private Journey() {}

    /** Whether {@code later} never happens without {@code earlier} before it. */
    static boolean precedes(Event earlier, Event later) {
        for (Event e = AFTER.get(later); e != null; e = AFTER.get(e)) {
            if (e == earlier) {
                return true;
            }
        }
        return false;
    }

    /** Whether a term that starts with {@code opens} can live to see {@code closes}. */
    static boolean leads(Event opens, Event closes, TermRule t) {
        return closes != Event.DETECTED
                && opens != Event.FINAL_PUBLISHED
                && t.cancels().stream().noneMatch(c -> precedes(c, closes) && c != opens && !precedes(c, opens));
    }
}
