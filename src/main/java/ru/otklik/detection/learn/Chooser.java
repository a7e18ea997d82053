package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Gives each label its probability. */
final class Chooser {

    private static final int FOLDS = 4;
    /** From so many texts on, machines of halves are near enough to the one of all. */
    private static final int MANY = 12_000;

    private static final int MOST_HELD = 4_000;

    /** @param folds learned each without a part of the texts */
    record Learned(Chooser chooser, Witnesses[] folds) {

        /** What is said of a text by a machine that did not see it. */
        float[] unseen(int text, Sparse vector) {
            return chooser.judge.shares(folds[Task.fold(text, folds.length)].say(vector));
        }
    }

    private final List<String> labels;
    private final Witnesses witnesses;
    private final Judge judge;

    private Chooser(List<String> labels, Witnesses witnesses, Judge judge) {
        this.labels = labels;
        this.witnesses = witnesses;
        this.judge = judge;
    }

    static Learned learn(Task task, Runnable step) {
        boolean many = task.count() > MANY;
        int folds = many ? 2 : FOLDS;
        Witnesses[] learned = new Witnesses[folds + 1];
        IntStream.rangeClosed(0, folds).parallel().forEach(fold -> {
            learned[fold] = Witnesses.learn(fold == folds ? task : task.without(fold, folds));
            step.run();
        });
        int each = many ? task.count() / MOST_HELD : 1;
        int[] held = IntStream.range(0, task.count()).filter(i -> i % each == 0).toArray();
        List<Judge.Evidence> seen = Arrays.stream(held)
                .parallel()
                .mapToObj(i -> learned[Task.fold(i, folds)].say(task.vectors().get(i)))
                .toList();
        Judge judge =
                Judge.learn(seen, Arrays.stream(held).map(i -> task.label()[i]).toArray());
        return new Learned(new Chooser(task.labels(), learned[folds], judge), Arrays.copyOf(learned, folds));
    }

    List<String> labels() {
        return labels;
    }

    float[] shares(Sparse text) {
        return judge.shares(witnesses.say(text));
    }

    float weight(int feature, int label) {
        return witnesses.weight(feature, label);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        witnesses.write(out);
        judge.write(out);
    }

    static Chooser read(DataInput in) throws IOException {
        int n = Numbers.count(in, 1 << 14);
        List<String> labels = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            labels.add(in.readUTF());
        }
        return new Chooser(List.copyOf(labels), Witnesses.read(in), Judge.read(in));
    }
}
