package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that says something of the labels of a text, learned from the same texts. The linear machine always does;
 * the likeness to other texts helps topics and misleads authorities and tone.
 */
final class Witnesses {

    private static final float OF_NAME = 2;
    /** So many texts of a label are imagined, spread as all texts are. */
    private static final float IMAGINED = 0.3f;

    private final Task.Of of;
    private final Linear linear;
    private final float[] prior;
    private final float[] logPrior;
    private final @Nullable Alike alike;

    private Witnesses(Task.Of of, Linear linear, float[] prior, @Nullable Alike alike) {
        this.of = of;
        this.linear = linear;
        this.prior = prior;
        logPrior = new float[prior.length];
        for (int c = 0; c < prior.length; c++) {
            logPrior[c] = (float) Math.log(prior[c]);
        }
        this.alike = alike;
    }

    static Witnesses learn(Task task) {
        int n = task.count();
        int named = task.names().count();
        Rows rows = task.vectors().and(task.names());
        int[] label = Arrays.copyOf(task.label(), n + named);
        float[] cost = new float[n + named];
        Arrays.fill(cost, task.of().cost());
        for (int i = 0; i < named; i++) {
            label[n + i] = i;
            cost[n + i] = OF_NAME * task.of().cost();
        }
        return new Witnesses(
                task.of(),
                Linear.learn(rows, task.width(), label, task.classes(), cost),
                prior(task),
                task.of() == Task.Of.TOPIC ? Alike.learn(task, rows, label) : null);
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

    Judge.Evidence say(Sparse text) {
        float[] scores = linear.scores(text);
        return new Judge.Evidence(
                switch (of) {
                    case TOPIC ->
                        new float[][] {
                            scores,
                            logPrior,
                            alike().byWords(text),
                            alike().bySigns(text),
                            alike().near(text, prior, logPrior)
                        };
                    case AUTHORITY -> new float[][] {scores};
                    case IMPORTANCE -> new float[][] {scores, logPrior};
                    // the machine is surer of calm than of rude messages, so the judge may trust its two sides unlike
                    case TONE, RESPONSE -> new float[][] {scores, logPrior, {0, Math.abs(scores[1])}};
                });
    }

    private Alike alike() {
        return Objects.requireNonNull(alike);
    }

    float weight(int feature, int label) {
        return linear.weight(feature, label);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(of.ordinal());
        linear.write(out);
        Numbers.write(out, prior);
        if (alike != null) {
            alike.write(out);
        }
    }

    static Witnesses read(DataInput in) throws IOException {
        Task.Of of = Task.Of.values()[in.readUnsignedByte()];
        return new Witnesses(of, Linear.read(in), Numbers.floats(in), of == Task.Of.TOPIC ? Alike.read(in) : null);
    }
}
