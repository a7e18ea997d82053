package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A message as the machines see it.
 *
 * @param places where in the vector each gram stands; -1: never seen in training
 */
record Text(Grams grams, int[] places, Sparse vector) {

    /**
     * The places of the words that speak most for something, the heaviest first.
     *
     * @param weight of a feature for it
     */
    List<Integer> heaviest(IntToDoubleFunction weight, int most) {
        float[] said = new float[vector.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = (float) weight.applyAsDouble(vector.ids()[i]) * vector.values()[i];
        }
        float[] words = new float[grams.end(Grams.WORD)];
        for (int i = 0; i < grams.end(Grams.PIECE); i++) {
            if (places[i] >= 0) {
                words[grams.word(i)] += said[places[i]];
            }
        }
        return Arrays.stream(Assessor.Opinion.best(words, most))
                .filter(w -> words[w] > 0)
                .boxed()
                .toList();
    }
}
