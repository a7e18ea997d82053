package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be learned: which label each text has.
 *
 * @param of what the labels are
 * @param names each label as a vector: its own name is a text about it
 * @param vectors of the texts
 * @param words how many features are single words, which have the first numbers
 * @param signs the numbers of signs lie between the words and it
 */
record Task(Of of, List<String> labels, Rows names, Rows vectors, int[] label, int width, int words, int signs) {

    enum Of {
        TOPIC(0.5f),
        AUTHORITY(0.5f),
        TONE(0.25f),
        RESPONSE(0.25f),
        IMPORTANCE(0.5f);

        private final float cost;

        /** @param cost of an error: the dearer, the nearer a machine keeps to the texts that it saw */
        Of(float cost) {
            this.cost = cost;
        }

        float cost() {
            return cost;
        }
    }

    int count() {
        return label.length;
    }

    int classes() {
        return labels.size();
    }

    /** Into which of so many parts a text falls. */
    static int fold(int text, int folds) {
        return Integer.remainderUnsigned(text * 0x9E3779B1 >>> 4, folds);
    }

    Task without(int fold, int folds) {
        int[] chosen =
                IntStream.range(0, count()).filter(i -> fold(i, folds) != fold).toArray();
        int[] someLabel = Arrays.stream(chosen).map(i -> label[i]).toArray();
        return new Task(of, labels, names, vectors.select(chosen), someLabel, width, words, signs);
    }
}
