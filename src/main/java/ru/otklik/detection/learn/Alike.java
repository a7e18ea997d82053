package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * How like a text is to others of each label: to all of them together by single words, to the nearest ones by all; and to
 * the label's name by signs.
 *
 * @param words the numbers of single words lie below it
 * @param signs those of signs between the words and it
 */
record Alike(Linear byWords, Linear bySigns, int words, int signs, Neighbours neighbours) {

    private static final float TRUST = 0.9f;
    private static final float LOG_MISTRUST = (float) Math.log(1 - TRUST);

    /** @param named the texts and after them the names, with the labels of both */
    static Alike learn(Task task, Rows named, int[] label) {
        int words = task.words();
        int signs = task.signs();
        return new Alike(
                Linear.centroids(named, 0, words, label, task.classes()),
                Linear.centroids(
                        task.names(),
                        words,
                        signs,
                        IntStream.range(0, task.classes()).toArray(),
                        task.classes()),
                words,
                signs,
                Neighbours.of(Rows.of(task.count(), i -> task.vectors().get(i).part(0, signs)), signs, task.label()));
    }

    float[] byWords(Sparse text) {
        return byWords.scores(text.part(0, words));
    }

    float[] bySigns(Sparse text) {
        return bySigns.scores(text.part(words, signs));
    }

    float[] near(Sparse text, float[] prior, float[] logPrior) {
        float[] near = neighbours.shares(text.part(0, signs), prior.length);
        for (int c = 0; c < near.length; c++) {
            near[c] = near[c] == 0
                    ? logPrior[c] + LOG_MISTRUST
                    : (float) Math.log(TRUST * near[c] + (1 - TRUST) * prior[c]);
        }
        return near;
    }

    void write(DataOutput out) throws IOException {
        byWords.write(out);
        bySigns.write(out);
        out.writeInt(words);
        out.writeInt(signs);
        neighbours.write(out);
    }

    static Alike read(DataInput in) throws IOException {
        return new Alike(Linear.read(in), Linear.read(in), in.readInt(), in.readInt(), Neighbours.read(in));
    }
}
