package ru.otklik.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.repeats.Events;
import ru.otklik.repeats.Repeats;
import ru.otklik.repeats.SimilarAnswers;

/** What was said before beside an incident: repeats, its event, and answers to start from. */
@Component
public class SaidBefore {

    /**
     * @param earlier other messages of the same author
     * @param event that it is in; null: none
     * @param mayGather the viewer makes events
     * @param similar answers to start from; none where the viewer writes no draft now
     */
    public record Said(
            Repeats.Found found,
            List<IncidentFile.Earlier> earlier,
            Events.@Nullable Gathered event,
            boolean mayGather,
            List<Basis> similar) {

        public boolean isEmpty() {
            return found.isEmpty() && earlier.isEmpty() && event == null;
        }
    }

    /** @param worn it was given too often to say anything */
    public record Basis(SimilarAnswers.Similar answer, boolean worn) {}

    private final Repeats repeats;
    private final Events events;
    private final SimilarAnswers answers;

    SaidBefore(Repeats repeats, Events events, SimilarAnswers answers) {
        this.repeats = repeats;
        this.events = events;
        this.answers = answers;
    }

    Said of(IncidentView view, Actor viewer) {
        long id = view.head().id();
        var event = events.of(id, viewer).flatMap(e -> events.find(e, viewer));
        Repeats.Found found = outside(event.map(Events.Gathered::id).orElse(0L), repeats.find(id, viewer));
        Set<Long> shown = Stream.of(found.sameAuthor(), found.alike())
                .flatMap(List::stream)
                .map(Repeats.Other::incident)
                .collect(Collectors.toSet());
        return new Said(
                found,
                view.file().earlier().stream()
                        .filter(e -> e.linked() || !shown.contains(e.incident()))
                        .toList(),
                event.orElse(null),
                events.mayGather(viewer),
                similar(view, viewer));
    }

    /** What is in the same event stands on its page. */
    private static Repeats.Found outside(long event, Repeats.Found found) {
        return new Repeats.Found(found.sameAuthor(), outside(event, found.alike()), outside(event, found.others()));
    }

    private static List<Repeats.Other> outside(long event, List<Repeats.Other> all) {
        return all.stream().filter(o -> o.event() == null || o.event() != event).toList();
    }

    private List<Basis> similar(IncidentView view, Actor viewer) {
        boolean writes = view.forms().stream().anyMatch(f -> f.path().equals(Typed.path(Action.SAVE_DRAFT)));
        return writes
                ? answers
                        .list(
                                view.head().id(),
                                view.file().message().text(),
                                view.assessment().topic(),
                                viewer)
                        .stream()
                        .map(a -> new Basis(a, answers.isWorn(a)))
                        .toList()
                : List.of();
    }

    Optional<String> basis(long answered, Actor viewer) {
        return answers.text(answered, viewer);
    }
}
