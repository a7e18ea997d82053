package ru.otklik.desk.repeats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.World;
import ru.otklik.desk.Titles;
import ru.otklik.desk.repeats.EventView.CommonLine;
import ru.otklik.repeats.CommonAnswer;
import ru.otklik.repeats.CommonAnswers;
import ru.otklik.repeats.Events;
import ru.otklik.repeats.ForEach;

/** Puts together what the page of an event shows to one person now. */
@Component
class EventScreen {

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

    /** @param text typed into the form of the common answer, with the error beside; empty: none */
    String page(long id, Actor viewer, String text, String error, CsrfToken csrf, Model model) {
        var outcome = (ForEach) model.getAttribute("outcome");
        model.addAttribute("view", view(visible(id, viewer), viewer, text, error, outcome, csrf));
        return "desk/event";
    }

    Events.Gathered visible(long id, Actor viewer) {
        return events.find(id, viewer).orElseThrow(EventScreen::notThere);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private EventView view(
            Events.Gathered event,
            Actor viewer,
            String typed,
            String error,
            @Nullable ForEach outcome,
            CsrfToken csrf) {
        List<Events.Message> messages = events.messages(event.id(), viewer);
        List<CommonAnswer> common = answers.list(event.id(), viewer);
        String text = typed.isEmpty() && !common.isEmpty() ? common.get(0).text() : typed;
        return new EventView(
                event,
                messages,
                DayGraph.of(messages, world.workingTime(null).zone()),
                common.stream().map(c -> line(c, viewer)).toList(),
                events.mayGather(viewer),
                answers.toAnswer(event.id(), viewer).size(),
                viewer.seesAll() ? typed : text,
                error,
                outcome,
                titles,
                csrf);
    }

    private CommonLine line(CommonAnswer c, Actor viewer) {
        return new CommonLine(
                c,
                answers.mayAny(Action.APPROVE, c.waiting(), viewer),
                answers.mayAny(Action.REMARK, c.waiting(), viewer),
                answers.mayAny(Action.PUBLISH, c.approved(), viewer));
    }
}
