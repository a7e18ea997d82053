package ru.otklik.cli.detect;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ru.otklik.detection.models.Comparison;

/** Counts how often a machine was right, and where it was not. */
final class Tally {

    private static final int BINS = 10;
    private static final int CONFUSIONS = 15;

    private final Map<String, int[]> classes = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();
    private final double[] said = new double[BINS];
    private final int[] right = new int[BINS];
    private int count;
    private int first;
    private int amongThree;

    /** @param best what the machine proposed, the likeliest first */
    void add(String truth, List<String> best, double probability) {
        count++;
        String said = best.isEmpty() ? "" : best.get(0);
        boolean hit = said.equals(truth);
        first += hit ? 1 : 0;
        amongThree += best.contains(truth) ? 1 : 0;
        of(truth)[0]++;
        of(said)[1]++;
        if (hit) {
            of(truth)[2]++;
        } else {
            confusions.merge(truth + " → " + said, 1, Integer::sum);
        }
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        this.said[bin] += probability;
        right[bin] += hit ? 1 : 0;
    }

    /** Support, how often it was said, how often rightly. */
    private int[] of(String label) {
        return classes.computeIfAbsent(label, l -> new int[3]);
    }

    int count() {
        return count;
    }

    int worth() {
        return first + amongThree;
    }

    double accuracy() {
        return (double) first / Math.max(1, count);
    }

    double amongThree() {
        return (double) amongThree / Math.max(1, count);
    }

    private static double f1(int[] c) {
        return c[0] + c[1] == 0 ? 0 : 2.0 * c[2] / (c[0] + c[1]);
    }

    double weightedF1() {
        return classes.values().stream().mapToDouble(c -> f1(c) * c[0]).sum() / Math.max(1, count);
    }

    double macroF1() {
        return classes.values().stream().mapToDouble(Tally::f1).average().orElse(0);
    }

    /** How far, on average, a probability is from the share of the right ones (ECE). */
    double calibrationError() {
        double sum = 0;
        for (int b = 0; b < BINS; b++) {
            sum += Math.abs(said[b] - right[b]);
        }
        return sum / Math.max(1, count);
    }

    Comparison.Figures figures() {
        return new Comparison.Figures(count, accuracy(), amongThree(), weightedF1(), macroF1(), calibrationError());
    }

    static String line(Comparison.Figures f) {
        return "точность %.4f, среди трёх %.4f, взвешенная F1 %.4f, средняя F1 %.4f, ошибка вероятностей (ECE) %.4f, сообщений %d"
                .formatted(f.accuracy(), f.amongThree(), f.weightedF1(), f.macroF1(), f.calibrationError(), f.count());
    }

    void print(PrintStream out) {
        out.println("  верно  сказано  всего   F1    метка");
        classes.entrySet().stream()
                .filter(e -> e.getValue()[0] > 0)
                .sorted(Comparator.comparingInt(e -> -e.getValue()[0]))
                .forEach(e -> out.printf(
                        Locale.ROOT,
                        "  %5d %8d %6d  %.3f  %s%n",
                        e.getValue()[2],
                        e.getValue()[1],
                        e.getValue()[0],
                        f1(e.getValue()),
                        e.getKey()));
        out.println("Чаще всего путает:");
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CONFUSIONS)
                .forEach(e -> out.printf("  %4d  %s%n", e.getValue(), e.getKey()));
    }
}
