package ru.otklik.detection.place;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.Mentions.Mention;
import ru.otklik.detection.text.Word;

/** Which places a message names; the place of the source helps to choose and stands in when nothing is named. */
public final class PlaceFinding {

    private static final double SOURCE_ALONE = 0.5;
    private static final double SOURCE_AGREES = 3;
    /** So many of the places that the rules find in sentences that they had not seen are right. */
    private static final double NAMED = 0.97;

    private static final String SOURCE = "место источника";

    private final Gazetteer gazetteer;
    private final Mentions mentions;
    private final ChosenBefore before;

    public PlaceFinding(Gazetteer gazetteer, RegionFiles files, PastDecisions past) {
        this.gazetteer = gazetteer;
        before = new ChosenBefore(gazetteer, past);
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
        List<PlaceGuess> found = weighed(named, home);
        return found.isEmpty()
                ? source.filter(s -> home.isPresent()).map(this::ofSource).orElse(List.of())
                : found;
    }

    private List<PlaceGuess> ofSource(String source) {
        String said = SOURCE + ": " + guess(source, 1, List.of()).title();
        return before.settle(said, List.of(new Guess(source, source, SOURCE_ALONE, List.of(said)))).stream()
                .map(g -> guess(g.code(), g.share(), g.because()))
                .toList();
    }

    private List<PlaceGuess> weighed(List<Mention> mentions, Optional<String> home) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Set<String>> because = new LinkedHashMap<>();
        double all = 0;
        for (Mention m : mentions) {
            Map<String, Double> byRules = new LinkedHashMap<>();
            m.codes()
                    .forEach(c -> byRules.put(
                            c,
                            (agrees(m, c, home) ? SOURCE_AGREES : 1) / m.codes().size()));
            double heard = byRules.values().stream().mapToDouble(w -> w).sum();
            List<Guess> guesses = byRules.entrySet().stream()
                    .map(e -> new Guess(
                            e.getKey(),
                            e.getKey(),
                            NAMED * e.getValue() / heard,
                            agrees(m, e.getKey(), home) ? List.of(m.shown(), SOURCE) : List.of(m.shown())))
                    .toList();
            List<Guess> settled = before.settle(m.shown(), guesses);
            all += settled.isEmpty() ? 0 : heard;
            settled.forEach(g -> {
                weights.merge(g.code(), heard * g.share(), Double::sum);
                because.computeIfAbsent(g.code(), c -> new LinkedHashSet<>()).addAll(g.because());
            });
        }
        double sum = all;
        return weights.entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(e -> guess(
                        e.getKey(),
                        Math.round(100 * e.getValue() / sum) / 100.0,
                        List.copyOf(because.getOrDefault(e.getKey(), Set.of()))))
                .toList();
    }

    private static boolean agrees(Mention m, String code, Optional<String> home) {
        return m.codes().size() > 1 && home.isPresent() && home.get().equals(Mentions.territory(code));
    }

    private PlaceGuess guess(String code, double share, List<String> because) {
        Gazetteer.Territory t = gazetteer.getTerritory(Mentions.territory(code));
        Optional<Gazetteer.Settlement> s = gazetteer.findSettlement(code);
        String title = s.map(Gazetteer.Settlement::name).orElse(t.title());
        return new PlaceGuess(code, title, t.code(), t.title(), s.map(Gazetteer.Settlement::code), share, because);
    }
}
