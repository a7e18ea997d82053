package ru.otklik.detection.learn;

import java.util.SplittableRandom;

/**
 * Linear machines with squared hinge loss, one class against all others, by dual coordinate descent (Hsieh and others,
 * 2008), for all classes in one walk: weights lie by feature, so the inner loops run over neighbouring numbers, and
 * 161 classes cost little more than ten. Libraries solve class after class over objects of 24 bytes a number, which is
 * ten times the memory and the time.
 */
final class Dual {

    private static final int MOST_ROUNDS = 10;
    private static final int LEAST_ROUNDS = 3;
    /** So many looks at a text are enough: of many texts each needs fewer. */
    private static final int LOOKS = 200_000;

    private final Rows rows;
    private final int classes;
    private final float[] alpha;
    private final float[] weights;
    private final float[] scores;

    private Dual(Rows rows, int width, int classes) {
        this.rows = rows;
        this.classes = classes;
        alpha = new float[Math.multiplyExact(rows.count(), classes)];
        weights = new float[Math.multiplyExact(width + 1, classes)];
        scores = new float[classes];
    }

    /**
     * @param width how many features there are
     * @param cost of an error in each row
     * @return the weight of feature f for class c at f * classes + c; after the last feature stands the bias
     */
    static float[] solve(Rows rows, int width, int[] label, int classes, float[] cost) {
        Dual dual = new Dual(rows, width, classes);
        int[] order = new int[rows.count()];
        float[] square = new float[rows.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            square[i] = (float) rows.square(i) + 1;
        }
        var random = new SplittableRandom(1);
        int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, LOOKS / order.length));
        for (int round = 0; round < rounds; round++) {
            shuffle(order, random);
            for (int i : order) {
                dual.step(i, label[i], square[i], 0.5f / cost[i]);
            }
        }
        return dual.weights;
    }

    private void step(int row, int label, float square, float slack) {
        int bias = weights.length - classes;
        System.arraycopy(weights, bias, scores, 0, classes);
        rows.score(row, weights, scores);
        int at = row * classes;
        float by = 1 / (square + slack);
        float own = alpha[at + label];
        float ownScore = scores[label];
        for (int c = 0; c < classes; c++) {
            float old = alpha[at + c];
            float fresh = Math.max(0, old - by * (-scores[c] - 1 + old * slack));
            alpha[at + c] = fresh;
            scores[c] = old - fresh;
        }
        float fresh = Math.max(0, own - by * (ownScore - 1 + own * slack));
        alpha[at + label] = fresh;
        scores[label] = fresh - own;
        for (int c = 0; c < classes; c++) {
            weights[bias + c] += scores[c];
        }
        rows.spread(row, weights, scores);
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
