package ru.otklik.detection;

import java.util.List;
import java.util.stream.Collectors;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;

/** What people lately made of places and screens that were proposed. Asked for every message: it answers from memory. */
public interface PastDecisions {

    /** @param place code of what people chose; empty: that it was no place at all */
    record ChosenPlace(String place, int count) {}

    /** @param excluded so many of {@code all} messages were excluded by a person */
    record Screened(int excluded, int all) {}

    /** Nobody has decided anything. */
    PastDecisions NONE = new PastDecisions() {
        @Override
        public List<ChosenPlace> places(String key) {
            return List.of();
        }

        @Override
        public Screened screened(Screen screen) {
            return new Screened(0, 0);
        }
    };

    /** @param key of the words that named a place */
    List<ChosenPlace> places(String key);

    Screened screened(Screen screen);

    /** «В Дружбе» and «Дружба» are said of one place. */
    static String key(String said) {
        return Reading.of(said).words().stream().map(Word::stem).collect(Collectors.joining(" "));
    }
}
