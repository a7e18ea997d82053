package ru.otklik.repeats;

import java.util.Optional;
import ru.otklik.detection.repeats.Telling;

/** A topic at a place, by their codes. */
record Subject(String topic, String place) {

    static Optional<Subject> of(Telling t) {
        return t.topic().flatMap(topic -> t.place().map(place -> new Subject(topic, place)));
    }
}
