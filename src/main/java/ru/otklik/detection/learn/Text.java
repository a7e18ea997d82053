package ru.otklik.detection.learn;

/** A message as the machines see it. */
record Text(Grams grams, Sparse vector) {

    static Text of(Vocabulary vocabulary, Grams grams) {
        return new Text(grams, vocabulary.vector(grams));
    }
}
