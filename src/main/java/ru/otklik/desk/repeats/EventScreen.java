package ru.otklik.desk.repeats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.World;
import ru.otklik.desk.Titles;
import ru.otklik.desk.repeats.EventView.CommonLine;
import ru.otklik.repeats.CommonAnswers;
import ru.otklik.repeats.Events;
import ru.otklik.repeats.ForEach;

/** Puts together what the page of an event shows to one person now. */
@Component
class EventScreen {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    /** A graph of more days says nothing. */
    private static final int DAYS = 60;

    private final Events events;
    private final CommonAnswers answers;
    private final World world;
    private final Titles titles;

    EventScreen(Events events, CommonAnswers answers, World world, Titles titles) {
        this.events = events;
        this.answers = answers;
        this.world = world;
        this.titles = titles;
    }

    EventView view(
            Events.Gathered event,
            Actor viewer,
            String typed,
            String error,
            @Nullable ForEach outcome,
            CsrfToken csrf) {
        List<Events.Message> messages = events.messages(event.id(), viewer);
        List<CommonAnswers.Common> common = answers.list(event.id(), viewer);
        String text = typed.isEmpty() && !common.isEmpty() ? common.get(0).text() : typed;
        return new EventView(
                event,
                messages,
                days(messages, world.workingTime(null).zone()),
                common.stream().map(c -> line(c, viewer)).toList(),
                events.mayGather(viewer),
                answers.toAnswer(event.id(), viewer).size(),
                viewer.seesAll() ? typed : text,
                error,
                outcome,
                titles,
                csrf);
    }

    private CommonLine line(CommonAnswers.Common c, Actor viewer) {
        return new CommonLine(
                c,
                answers.mayAny(Action.APPROVE, c.waiting(), viewer),
                answers.mayAny(Action.REMARK, c.waiting(), viewer),
                answers.mayAny(Action.PUBLISH, c.approved(), viewer));
    }

    static Graph days(List<Events.Message> messages, ZoneId zone) {
        Map<LocalDate, Long> told = messages.stream()
                .collect(Collectors.groupingBy(
                        m -> m.at().atZone(zone).toLocalDate(), TreeMap::new, Collectors.counting()));
        var counts = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        var words = new ArrayList<String>();
        if (!told.isEmpty()) {
            var sorted = new TreeMap<>(told);
            LocalDate last = sorted.lastKey();
            LocalDate first = sorted.firstKey();
            LocalDate from = first.isBefore(last.minusDays(DAYS)) ? last.minusDays(DAYS) : first;
            for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
                int count = sorted.getOrDefault(day, 0L).intValue();
                counts.add(count);
                names.add(DAY.format(day));
                if (count > 0) {
                    words.add(DAY.format(day) + " — " + count);
                }
            }
        }
        return Graph.of(counts, names, String.join("; ", words));
    }
}
