package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives each label its probability. */
final class Chooser {

    private static final int FOLDS = 4;
    /** From so many texts on, one held-back part tells as much as folds do. */
    private static final int MANY = 12_000;

    private static final int MOST_HELD = 4_000;

    /** @param held for each text, the probabilities by machines that did not see it; empty when it was not held back */
    record Learned(Chooser chooser, float[][] held) {}

    private final List<String> labels;
    private final Witnesses witnesses;
    private final Judge judge;

    private Chooser(List<String> labels, Witnesses witnesses, Judge judge) {
        this.labels = labels;
        this.witnesses = witnesses;
        this.judge = judge;
    }

    static Learned learn(Task task, Runnable step) {
        int folds = task.count() > MANY ? Math.max(2, task.count() / MOST_HELD) : FOLDS;
        int used = task.count() > MANY ? 1 : FOLDS;
        Judge.Evidence[] evidence = new Judge.Evidence[task.count()];
        Witnesses[] last = new Witnesses[1];
        IntStream.rangeClosed(0, used).parallel().forEach(fold -> {
            if (fold == used) {
                last[0] = Witnesses.learn(task);
            } else {
                Task seen = task.only(task.part(folds, fold, false));
                Witnesses others = Witnesses.learn(seen);
                Neighbours near = task.near() ? Neighbours.of(seen.vectors(), seen.width()) : null;
                for (int i : task.part(folds, fold, true)) {
                    Sparse vector = task.vectors().get(i);
                    evidence[i] = others.say(
                            vector,
                            near == null ? null : near.nearest(vector),
                            task.outside().length == 0 ? new float[0] : task.outside()[i]);
                }
            }
            step.run();
        });
        int[] held = IntStream.range(0, task.count())
                .filter(i -> evidence[i] != null)
                .toArray();
        List<Judge.Evidence> seen = new ArrayList<>();
        for (int i : held) {
            seen.add(evidence[i]);
        }
        Judge judge =
                Judge.learn(seen, Arrays.stream(held).map(i -> task.label()[i]).toArray());
        float[][] shares = new float[task.count()][];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = evidence[i] == null ? new float[0] : judge.shares(evidence[i]);
        }
        return new Learned(new Chooser(task.labels(), last[0], judge), shares);
    }

    List<String> labels() {
        return labels;
    }

    /** @param near the nearest texts of those that it was learned from; null when it was learned without them */
    float[] shares(Sparse vector, Neighbours.@Nullable Near near, float[] outside) {
        return judge.shares(witnesses.say(vector, near, outside));
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
