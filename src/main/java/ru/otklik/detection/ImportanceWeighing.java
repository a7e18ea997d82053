package ru.otklik.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.text.Amounts;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.regulation.Importance;

/** How important a message may be: points with reasons, by assessment.yml. */
final class ImportanceWeighing {

    /**
     * @param shares the probability of each importance; empty: nothing was learned of it
     * @param signs what the words of the message tell a model
     * @param alarm whether no model may make less of it
     */
    record Weighed(
            Importance importance, List<Double> shares, List<String> reasons, List<String> signs, boolean alarm) {}

    private record Signal(String reason, double points, String kind) {}

    private record Step(double from, double points) {}

    private static final int WINDOW = 5;

    private final double elevated;
    private final double significant;
    private final List<Signal> signals;
    private final Lexicon lexicon = new Lexicon(WINDOW);
    private final Amounts amounts;
    private final List<Step> crowd;
    private final List<Step> spread;
    private final double together;
    private final List<Step> lasting;

    @SuppressWarnings("unchecked")
    ImportanceWeighing(RegionFiles files) {
        Map<String, Object> data = files.yaml("assessment.yml");
        Map<String, Object> thresholds = (Map<String, Object>) data.getOrDefault("thresholds", Map.of());
        elevated = RegionFiles.number(thresholds, "elevated");
        significant = RegionFiles.number(thresholds, "significant");
        signals = new ArrayList<>();
        RegionFiles.list(data, "signals").forEach(s -> {
            lexicon.add(signals.size(), RegionFiles.text(s, "words"), 1);
            signals.add(new Signal(
                    RegionFiles.text(s, "reason"), RegionFiles.number(s, "points"), String.valueOf(s.get("kind"))));
        });
        crowd = steps(data, "crowd");
        spread = steps(data, "spread");
        together = Double.parseDouble(String.valueOf(data.getOrDefault("together", 0)));
        Map<String, Object> lasts = (Map<String, Object>) data.getOrDefault("lasting", Map.of());
        amounts = new Amounts(
                RegionFiles.list(data, "counted")
                        .map(c -> new Amounts.Counted(RegionFiles.words(c, "words"), RegionFiles.number(c, "people")))
                        .toList(),
                (Map<String, Integer>) lasts.getOrDefault("numbers", Map.of()),
                (Map<String, Integer>) lasts.getOrDefault("units", Map.of()));
        lasting = steps(lasts, "steps");
    }

    private static List<Step> steps(Map<String, Object> data, String key) {
        return RegionFiles.list(data, key)
                .map(s -> new Step(RegionFiles.number(s, "from"), RegionFiles.number(s, "points")))
                .toList();
    }

    /** @param reach how many people saw the message or answered to it; 0 when unknown */
    Weighed weigh(List<Word> words, long reach) {
        Map<String, Double> found = new LinkedHashMap<>();
        Map<Integer, String> shown = new LinkedHashMap<>();
        for (Lexicon.Hit hit : lexicon.hits(words)) {
            shown.computeIfAbsent(hit.owner(), o -> hit.shown(words));
        }
        shown.forEach((i, w) -> found.put(
                signals.get(i).reason() + " («" + w + "»)", signals.get(i).points()));
        if (isFound("danger", shown) && isFound("exposed", shown)) {
            add(found, "опасность рядом с детьми, больными, пожилыми", together);
        }
        int days = amounts.days(words);
        add(found, "длится около " + days + " дн.", points(lasting, days));
        double people = amounts.people(words);
        add(found, "затронуто около " + Math.round(people) + " чел.", points(crowd, people));
        double said = sum(found);
        add(found, "увидели или откликнулись " + reach + " чел.", points(spread, reach));
        List<String> reasons = found.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> signs = new ArrayList<>(List.of("importance " + importance(said)));
        shown.keySet().forEach(i -> signs.add(signals.get(i).reason()));
        return new Weighed(importance(sum(found)), List.of(), reasons, signs, isFound("alarm", shown));
    }

    /** What a model makes of it. Of the spread it knows nothing: that adds its points to those of what the model says. */
    Weighed told(Weighed listed, Spotter model, Reading reading, String text, long reach) {
        Spotter.Opinion opinion = model.judge(reading, text, listed.signs());
        int chosen = Spotter.Sense.IMPORTANCE.chosen(opinion.shares());
        double[] least = {0, elevated, significant};
        Importance judged = importance(least[chosen] + points(spread, reach));
        Importance said = listed.alarm() && judged.compareTo(listed.importance()) < 0 ? listed.importance() : judged;
        List<String> reasons = new ArrayList<>(listed.reasons());
        if (said.compareTo(listed.importance()) > 0) {
            List<String> because = LearnedGuessing.because(model, opinion, chosen, reading);
            reasons.add("похоже на решённые раньше"
                    + (because.isEmpty() ? "" : " («" + String.join("», «", because) + "»)"));
        }
        return new Weighed(
                said,
                Stream.of(Importance.values())
                        .map(i -> Math.round(100 * opinion.shares()[i.ordinal()]) / 100.0)
                        .toList(),
                reasons,
                listed.signs(),
                listed.alarm());
    }

    private static double sum(Map<String, Double> points) {
        return points.values().stream().mapToDouble(p -> p).sum();
    }

    private boolean isFound(String kind, Map<Integer, String> shown) {
        return shown.keySet().stream().anyMatch(i -> signals.get(i).kind().equals(kind));
    }

    private Importance importance(double sum) {
        if (sum >= significant) {
            return Importance.SIGNIFICANT;
        }
        return sum >= elevated ? Importance.ELEVATED : Importance.ORDINARY;
    }

    private static void add(Map<String, Double> found, String reason, double points) {
        if (points > 0) {
            found.put(reason, points);
        }
    }

    private static double points(List<Step> steps, double amount) {
        return steps.stream()
                .filter(s -> amount >= s.from())
                .mapToDouble(Step::points)
                .max()
                .orElse(0);
    }
}
