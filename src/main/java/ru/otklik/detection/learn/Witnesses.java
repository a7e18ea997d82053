package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Everything that says something of the labels of a text, learned from the same texts. */
final class Witnesses {

    private static final float OF_NAME = 2;
    private static final int NEAREST = 30;
    private static final float TRUST = 0.9f;
    /** So many texts of a label are imagined, spread as all texts are. */
    private static final float IMAGINED = 0.3f;

    private final Linear linear;
    private final Linear centroids;
    private final int words;
    private final Neighbours neighbours;
    private final float[] prior;

    private Witnesses(Linear linear, Linear centroids, int words, Neighbours neighbours, float[] prior) {
        this.linear = linear;
        this.centroids = centroids;
        this.words = words;
        this.neighbours = neighbours;
        this.prior = prior;
    }

    static Witnesses learn(Task task) {
        int n = task.count();
        int named = task.names().size();
        Rows rows = Rows.of(
                n + named, i -> i < n ? task.vectors().get(i) : task.names().get(i - n));
        int[] label = Arrays.copyOf(task.label(), n + named);
        float[] cost = new float[n + named];
        Arrays.fill(cost, 1);
        for (int i = 0; i < named; i++) {
            label[n + i] = i;
            cost[n + i] = OF_NAME;
        }
        float[] prior = prior(task);
        return new Witnesses(
                Linear.learn(rows, task.width(), label, task.classes(), cost),
                Linear.centroids(rows, task.words(), label, task.classes()),
                task.words(),
                Neighbours.of(task.vectors(), task.width(), task.label()),
                prior);
    }

    private static float[] prior(Task task) {
        float[] share = new float[task.classes()];
        Arrays.fill(share, IMAGINED);
        for (int l : task.label()) {
            share[l]++;
        }
        float all = task.count() + IMAGINED * share.length;
        for (int c = 0; c < share.length; c++) {
            share[c] /= all;
        }
        return share;
    }

    /** @param outside what other machines say of each label; empty when there are none */
    Judge.Evidence say(Sparse vector, float[] outside) {
        int classes = prior.length;
        float[] near = neighbours.shares(vector, NEAREST, classes);
        float[] log = new float[classes];
        for (int c = 0; c < classes; c++) {
            near[c] = (float) Math.log(TRUST * near[c] + (1 - TRUST) * prior[c]);
            log[c] = (float) Math.log(prior[c]);
        }
        float[] scores = linear.scores(vector);
        float[] central = centroids.scores(vector.below(words));
        return new Judge.Evidence(
                outside.length == 0
                        ? new float[][] {scores, central, near, log}
                        : new float[][] {scores, central, near, log, outside});
    }

    float weight(int feature, int label) {
        return linear.weight(feature, label);
    }

    void write(DataOutput out) throws IOException {
        linear.write(out);
        centroids.write(out);
        out.writeInt(words);
        neighbours.write(out);
        Numbers.write(out, prior);
    }

    static Witnesses read(DataInput in) throws IOException {
        return new Witnesses(Linear.read(in), Linear.read(in), in.readInt(), Neighbours.read(in), Numbers.floats(in));
    }
}
