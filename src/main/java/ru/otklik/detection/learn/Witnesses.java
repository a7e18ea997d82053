package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that says something of the labels of a text, learned from the same texts. */
final class Witnesses {

    private static final float OF_NAME = 2;
    private static final float TRUST = 0.9f;
    /** So many texts of a label are imagined, spread as all texts are. */
    private static final float IMAGINED = 0.3f;

    private final Linear linear;
    private final Linear centroids;
    private final int words;
    /** The labels of the texts among which the nearest are looked for. */
    private final int[] past;

    private final float[] prior;
    private final float[] logPrior;

    private Witnesses(Linear linear, Linear centroids, int words, int[] past, float[] prior) {
        this.linear = linear;
        this.centroids = centroids;
        this.words = words;
        this.past = past;
        this.prior = prior;
        logPrior = new float[prior.length];
        for (int c = 0; c < prior.length; c++) {
            logPrior[c] = (float) Math.log(prior[c]);
        }
    }

    static Witnesses learn(Task task) {
        int n = task.count();
        int named = task.names().count();
        Rows rows = task.vectors().and(task.names());
        int[] label = Arrays.copyOf(task.label(), n + named);
        float[] cost = new float[n + named];
        Arrays.fill(cost, 1);
        for (int i = 0; i < named; i++) {
            label[n + i] = i;
            cost[n + i] = OF_NAME;
        }
        return new Witnesses(
                Linear.learn(rows, task.width(), label, task.classes(), cost),
                Linear.centroids(rows, task.words(), label, task.classes()),
                task.words(),
                Neighbours.last(task.label()),
                prior(task));
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

    /**
     * @param near the nearest of the texts that these were learned from; null: they were not looked for
     * @param outside what other machines say of each label; empty when there are none
     */
    Judge.Evidence say(Sparse vector, Neighbours.@Nullable Near near, float[] outside) {
        List<float[]> kinds =
                new ArrayList<>(List.of(linear.scores(vector), centroids.scores(vector.below(words)), logPrior));
        if (near != null) {
            kinds.add(logs(near.shares(past, prior.length)));
        }
        if (outside.length > 0) {
            kinds.add(outside);
        }
        return new Judge.Evidence(kinds.toArray(float[][]::new));
    }

    private float[] logs(float[] shares) {
        float none = (float) Math.log(1 - TRUST);
        for (int c = 0; c < shares.length; c++) {
            shares[c] =
                    shares[c] == 0 ? none + logPrior[c] : (float) Math.log(TRUST * shares[c] + (1 - TRUST) * prior[c]);
        }
        return shares;
    }

    float weight(int feature, int label) {
        return linear.weight(feature, label);
    }

    void write(DataOutput out) throws IOException {
        linear.write(out);
        centroids.write(out);
        out.writeInt(words);
        Numbers.write(out, past);
        Numbers.write(out, prior);
    }

    static Witnesses read(DataInput in) throws IOException {
        return new Witnesses(Linear.read(in), Linear.read(in), in.readInt(), Numbers.ints(in), Numbers.floats(in));
    }
}
