package ru.otklik.repeats;

import java.time.Instant;
import java.util.List;

/**
 * A text that was written once for many messages of an event.
 *
 * @param waiting incidents with this text before the approver
 * @param approved incidents with this text approved and not ordered yet
 * @param parts for how many it was written
 */
public record CommonAnswer(
        long id,
        long event,
        int authority,
        String text,
        int by,
        Instant at,
        List<Long> waiting,
        List<Long> approved,
        int parts) {}
