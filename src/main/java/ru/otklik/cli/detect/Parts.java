package ru.otklik.cli.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ru.otklik.detection.learn.Example;

/** Which messages are learned from and which are asked about. */
final class Parts {

    private static final int COUNT = 5;
    private static final long SEED = 7;

    private Parts() {}

    /** A message is held back by what it says, so that it is held back in every training. */
    static boolean isHeld(Example e) {
        return Integer.remainderUnsigned(e.text().hashCode() * 0x9E3779B1 >>> 8, COUNT) == 0;
    }

    /** In a chance order that is the same each time. */
    static List<Example> shuffled(List<Example> examples) {
        List<Example> all = new ArrayList<>(examples);
        Collections.shuffle(all, new Random(SEED));
        return all;
    }

    /** The messages of one fold, or all the others. */
    static List<Example> part(List<Example> examples, int folds, int fold, boolean own) {
        List<Example> part = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if ((i % folds == fold) == own) {
                part.add(examples.get(i));
            }
        }
        return part;
    }
}
