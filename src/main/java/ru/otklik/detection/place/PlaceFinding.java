package ru.otklik.detection.place;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.Mentions.Mention;
import ru.otklik.detection.text.Word;

/** Which places a message names; the place of the source helps to choose and stands in when nothing is named. */
public final class PlaceFinding {

    private static final double SOURCE_ALONE = 0.5;
    private static final double SOURCE_AGREES = 3;

    private final Gazetteer gazetteer;
    private final Mentions mentions;

    public PlaceFinding(Gazetteer gazetteer, RegionFiles files) {
        this.gazetteer = gazetteer;
        mentions = new Mentions(gazetteer, files);
    }

    /**
     * @param tags the words of the hashtags, asked when the text names nothing
     * @param source code of the place that the source is about
     */
    public List<PlaceGuess> find(List<Word> words, List<Word> tags, Optional<String> source) {
        Optional<String> home = source.flatMap(gazetteer::findTerritoryOf).map(Gazetteer.Territory::code);
        List<Mention> named = mentions.in(words);
        if (named.isEmpty() && !tags.isEmpty()) {
            named = mentions.in(tags);
        }
        if (named.isEmpty()) {
            return source.filter(s -> home.isPresent())
                    .map(s -> List.of(guess(s, SOURCE_ALONE, List.of("место источника"))))
                    .orElse(List.of());
        }
        return weighed(named, home);
    }

    private List<PlaceGuess> weighed(List<Mention> mentions, Optional<String> home) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Set<String>> because = new LinkedHashMap<>();
        for (Mention m : mentions) {
            for (String code : m.codes()) {
                boolean agrees =
                        m.codes().size() > 1 && home.isPresent() && home.get().equals(Mentions.territory(code));
                weights.merge(code, (agrees ? SOURCE_AGREES : 1) / m.codes().size(), Double::sum);
                Set<String> reasons = because.computeIfAbsent(code, c -> new LinkedHashSet<>());
                reasons.add(m.shown());
                if (agrees) {
                    reasons.add("место источника");
                }
            }
        }
        double all = weights.values().stream().mapToDouble(w -> w).sum();
        return weights.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(e -> guess(
                        e.getKey(),
                        Math.round(100 * e.getValue() / all) / 100.0,
                        List.copyOf(because.getOrDefault(e.getKey(), Set.of()))))
                .toList();
    }

    private PlaceGuess guess(String code, double share, List<String> because) {
        Gazetteer.Territory t = gazetteer.getTerritory(Mentions.territory(code));
        Optional<Gazetteer.Settlement> s = gazetteer.findSettlement(code);
        String title = s.map(Gazetteer.Settlement::name).orElse(t.title());
        return new PlaceGuess(code, title, t.code(), t.title(), s.map(Gazetteer.Settlement::code), share, because);
    }
}
