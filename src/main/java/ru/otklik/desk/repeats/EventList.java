package ru.otklik.desk.repeats;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import ru.otklik.desk.Titles;
import ru.otklik.detection.repeats.Event;
import ru.otklik.repeats.Events;

/** @param proposed what looks like an event and is none yet; for who makes them */
public record EventList(
        List<Events.Gathered> events, List<Event> proposed, String error, Titles titles, CsrfToken csrf) {}
