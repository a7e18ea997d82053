package ru.otklik.detection.learn;

import ru.otklik.detection.text.Reading;

/**
 * A message as the machines see it.
 *
 * @param markup whether it came with tags: forms of sites and networks send different matters
 */
record Text(Grams grams, Sparse vector, boolean markup) {

    static Text of(Vocabulary vocabulary, Reading reading, String raw) {
        Grams grams = Grams.of(reading.words());
        return new Text(grams, vocabulary.vector(grams), isMarkup(raw));
    }

    static boolean isMarkup(String raw) {
        return raw.indexOf('<') >= 0 && raw.indexOf('>') >= 0;
    }
}
