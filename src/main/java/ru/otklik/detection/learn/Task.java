package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be learned: which label each text has.
 *
 * @param names each label as a vector: its own name is a text about it
 * @param vectors of the texts
 * @param near whether the nearest texts say anything
 * @param words how many features are single words, which have the first numbers
 * @param outside for each text what other machines, who did not see it, say of each label; empty when there are none
 */
record Task(
        List<String> labels,
        Rows names,
        Rows vectors,
        int[] label,
        boolean near,
        int width,
        int words,
        float[][] outside) {

    int count() {
        return label.length;
    }

    int classes() {
        return labels.size();
    }

    Task only(int[] chosen) {
        float[][] someOutside = outside.length == 0
                ? outside
                : Arrays.stream(chosen).mapToObj(i -> outside[i]).toArray(float[][]::new);
        int[] someLabel = Arrays.stream(chosen).map(i -> label[i]).toArray();
        return new Task(labels, names, vectors.select(chosen), someLabel, near, width, words, someOutside);
    }

    /** The texts whose number leaves this rest, or all the others. */
    int[] part(int folds, int fold, boolean held) {
        return IntStream.range(0, count())
                .filter(i -> (Integer.remainderUnsigned(i * 0x9E3779B1 >>> 4, folds) == fold) == held)
                .toArray();
    }
}
