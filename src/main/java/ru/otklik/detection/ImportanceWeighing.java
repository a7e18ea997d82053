package ru.otklik.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.regulation.Importance;

/** How important a message may be: points with reasons, by assessment.yml. */
final class ImportanceWeighing {

    record Weighed(Importance importance, List<String> reasons) {}

    private record Signal(String reason, double points) {}

    private record Counted(WordSet words, double people) {}

    private record Step(double from, double points) {}

    private static final int WINDOW = 5;
    private static final int COUNTED_WITHIN = 2;
    private static final int LONGEST_NUMBER = 6;

    private final double elevated;
    private final double significant;
    private final List<Signal> signals;
    private final Lexicon lexicon = new Lexicon(WINDOW);
    private final List<Counted> counted;
    private final List<Step> crowd;
    private final List<Step> spread;

    @SuppressWarnings("unchecked")
    ImportanceWeighing(RegionFiles files) {
        Map<String, Object> data = files.yaml("assessment.yml");
        Map<String, Object> thresholds = (Map<String, Object>) data.getOrDefault("thresholds", Map.of());
        elevated = RegionFiles.number(thresholds, "elevated");
        significant = RegionFiles.number(thresholds, "significant");
        signals = new ArrayList<>();
        RegionFiles.list(data, "signals").forEach(s -> {
            lexicon.add(signals.size(), RegionFiles.text(s, "words"), 1);
            signals.add(new Signal(RegionFiles.text(s, "reason"), RegionFiles.number(s, "points")));
        });
        counted = RegionFiles.list(data, "counted")
                .map(c -> new Counted(RegionFiles.words(c, "words"), RegionFiles.number(c, "people")))
                .toList();
        crowd = steps(data, "crowd");
        spread = steps(data, "spread");
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
            shown.merge(hit.owner(), hit.shown(words), (a, b) -> a);
        }
        shown.forEach((i, w) -> found.put(
                signals.get(i).reason() + " («" + w + "»)", signals.get(i).points()));
        double people = people(words);
        add(found, "затронуто около " + Math.round(people) + " чел.", points(crowd, people));
        add(found, "увидели или откликнулись " + reach + " чел.", points(spread, reach));
        double sum = found.values().stream().mapToDouble(p -> p).sum();
        List<String> reasons = found.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return new Weighed(importance(sum), reasons);
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

    private double people(List<Word> words) {
        double most = 0;
        for (int i = 0; i < words.size(); i++) {
            String number = words.get(i).plain();
            boolean counts = Character.isDigit(number.charAt(0))
                    && number.length() <= LONGEST_NUMBER
                    && number.chars().allMatch(Character::isDigit);
            if (!counts) {
                continue;
            }
            for (int j = i + 1; j <= i + COUNTED_WITHIN && j < words.size(); j++) {
                String unit = words.get(j).plain();
                for (Counted c : counted) {
                    most = c.words().has(unit) ? Math.max(most, Integer.parseInt(number) * c.people()) : most;
                }
            }
        }
        return most;
    }
}
