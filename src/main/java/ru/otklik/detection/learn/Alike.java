package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How like a text is to others of each label: to all of them together by single words, to the nearest ones by all.
 *
 * @param words the numbers of single words lie below it
 */
record Alike(Linear centroids, int words, Neighbours neighbours) {

    private static final float TRUST = 0.9f;
    private static final float LOG_MISTRUST = (float) Math.log(1 - TRUST);

    /** @param named the texts and after them the names, with the labels of both */
    static Alike learn(Task task, Rows named, int[] label) {
        return new Alike(
                Linear.centroids(named, task.words(), label, task.classes()),
                task.words(),
                Neighbours.of(task.vectors(), task.width(), task.label()));
    }

    float[] central(Sparse text) {
        int first = text.below(words);
        float[] scores = centroids.scores(text, first);
        float by = 1 / text.length(first);
        for (int c = 0; c < scores.length; c++) {
            scores[c] *= by;
        }
        return scores;
    }

    float[] near(Sparse text, float[] prior, float[] logPrior) {
        float[] near = neighbours.shares(text, prior.length);
        for (int c = 0; c < near.length; c++) {
            near[c] = near[c] == 0
                    ? logPrior[c] + LOG_MISTRUST
                    : (float) Math.log(TRUST * near[c] + (1 - TRUST) * prior[c]);
        }
        return near;
    }

    void write(DataOutput out) throws IOException {
        centroids.write(out);
        out.writeInt(words);
        neighbours.write(out);
    }

    static Alike read(DataInput in) throws IOException {
        return new Alike(Linear.read(in), in.readInt(), Neighbours.read(in));
    }
}
