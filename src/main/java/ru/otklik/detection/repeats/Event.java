package ru.otklik.detection.repeats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several people on one topic at one place in one stretch of time: a candidate, a person decides.
 *
 * @param messages from the first to the last
 * @param authors how many different ones; a message without an author counts as one
 */
public record Event(String topic, String place, List<Telling> messages, int authors) {

    private record Subject(String topic, String place) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject o) {
            return Comparator.comparing(Subject::topic)
                    .thenComparing(Subject::place)
                    .compare(this, o);
        }
    }

    public Instant first() {
        return messages.get(0).at();
    }

    public Instant last() {
        return messages.get(messages.size() - 1).at();
    }

    /**
     * The greatest first.
     *
     * @param apart a silence longer than this ends the event
     * @param people from how many authors it is one
     */
    public static List<Event> among(List<Telling> messages, Duration apart, int people) {
        Map<Subject, List<Telling>> bySubject = new TreeMap<>();
        messages.stream().sorted(Comparator.comparing(Telling::at)).forEach(m -> {
            if (m.topic().isPresent() && m.place().isPresent()) {
                bySubject
                        .computeIfAbsent(new Subject(m.topic().get(), m.place().get()), s -> new ArrayList<>())
                        .add(m);
            }
        });
        List<Event> events = new ArrayList<>();
        bySubject.forEach((subject, told) -> cut(told, apart).forEach(stretch -> {
            int authors = authors(stretch);
            if (authors >= people) {
                events.add(new Event(subject.topic(), subject.place(), List.copyOf(stretch), authors));
            }
        }));
        events.sort(Comparator.comparingInt((Event e) -> -e.authors()).thenComparing(Event::first));
        return List.copyOf(events);
    }

    private static List<List<Telling>> cut(List<Telling> told, Duration apart) {
        List<List<Telling>> stretches = new ArrayList<>();
        List<Telling> open = new ArrayList<>();
        for (Telling t : told) {
            boolean silence = !open.isEmpty()
                    && Duration.between(open.get(open.size() - 1).at(), t.at()).compareTo(apart) > 0;
            if (silence) {
                stretches.add(open);
                open = new ArrayList<>();
            }
            open.add(t);
        }
        stretches.add(open);
        return stretches;
    }

    private static int authors(List<Telling> told) {
        long named = told.stream().flatMap(t -> t.author().stream()).distinct().count();
        long unnamed = told.stream().filter(t -> t.author().isEmpty()).count();
        return (int) (named + unnamed);
    }
}
