package ru.otklik.detection.repeats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A topic at a place told far more often than it usually is.
 *
 * @param count in the last window
 * @param usual how many such a window usually brings
 * @param chance that so many or more come without a reason
 * @param series counts of the windows before and the last one, for its graph, the oldest first
 */
public record Burst(String topic, String place, int count, double usual, double chance, List<Integer> series) {

    /**
     * @param window how long one count is: an hour, a day
     * @param windows how many make the norm
     * @param least fewer are never a burst
     * @param chance above it, it is no burst
     */
    public record Measure(Duration window, int windows, int least, double chance) {
        public static final Measure HOURLY = new Measure(Duration.ofHours(1), 24 * 14, 4, 1e-4);
        public static final Measure DAILY = new Measure(Duration.ofDays(1), 28, 5, 1e-4);
    }

    /** The norm of what was never told before: a half in all the windows, so that the first few are no certainty. */
    private static final double UNKNOWN = 0.5;

    /** From here on the bell curve is exact enough, and the first term would be too small for a double. */
    private static final double MANY = 300;

    /** The unlikeliest first. */
    public static List<Burst> among(List<Telling> messages, Instant now, Measure by) {
        Map<String, int[]> series = new TreeMap<>();
        for (Telling m : messages) {
            long back = Math.floorDiv(
                    Duration.between(m.at(), now).toMillis(), by.window().toMillis());
            boolean counted = back >= 0 && back <= by.windows();
            if (counted && m.topic().isPresent() && m.place().isPresent()) {
                String subject = m.topic().get() + " " + m.place().get();
                series.computeIfAbsent(subject, s -> new int[by.windows() + 1])[by.windows() - (int) back]++;
            }
        }
        List<Burst> bursts = new ArrayList<>();
        series.forEach((subject, counts) -> {
            int space = subject.indexOf(' ');
            of(subject.substring(0, space), subject.substring(space + 1), counts, by)
                    .ifPresent(bursts::add);
        });
        bursts.sort(Comparator.comparingDouble(Burst::chance));
        return List.copyOf(bursts);
    }

    /** @param counts of the windows, the one in question last */
    public static Optional<Burst> of(String topic, String place, int[] counts, Measure by) {
        int last = counts[counts.length - 1];
        if (last < by.least() || counts.length < 2) {
            return Optional.empty();
        }
        double sum = UNKNOWN;
        List<Integer> series = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            series.add(counts[i]);
            sum += i < counts.length - 1 ? counts[i] : 0;
        }
        double chance = chance(last, sum, counts.length - 1);
        return chance > by.chance()
                ? Optional.empty()
                : Optional.of(new Burst(topic, place, last, sum / (counts.length - 1), chance, List.copyOf(series)));
    }

    /**
     * That a window brings k or more where n windows brought a sum: Poisson whose rate is known only as well as the sum
     * tells (negative binomial), so a short history does not cry wolf.
     */
    static double chance(int k, double sum, int n) {
        double rate = sum / n;
        if (rate > MANY) {
            double sigmas = (k - rate) / Math.sqrt(rate + rate / n);
            return sigmas <= 0 ? 1 : Math.exp(-sigmas * sigmas / 2);
        }
        double stays = n / (n + 1.0);
        double term = Math.pow(stays, sum);
        double below = 0;
        for (int i = 0; i < k; i++) {
            below += term;
            term *= (sum + i) / (i + 1) * (1 - stays);
        }
        // far in the tail 1 - below loses its digits: the terms themselves are summed
        double tail = 0;
        for (int i = k; term > tail * 1e-12 && i < k + 10_000; i++) {
            tail += term;
            term *= (sum + i) / (i + 1) * (1 - stays);
        }
        return below < 0.5 ? 1 - below : tail;
    }
}
