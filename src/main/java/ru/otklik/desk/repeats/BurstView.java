package ru.otklik.desk.repeats;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import ru.otklik.desk.Titles;
import ru.otklik.repeats.Bursts.Noticed;
import ru.otklik.repeats.Repeats.Other;

/**
 * @param decides the viewer looks at them for the centre
 * @param mayGather the viewer makes events
 */
public record BurstView(
        List<Line> lines, boolean decides, boolean mayGather, String error, Titles titles, CsrfToken csrf) {

    /** @param now how many against how many, a sentence */
    public record Line(Noticed burst, Graph graph, String now, List<Other> messages) {}
}
