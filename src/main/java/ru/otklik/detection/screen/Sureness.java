package ru.otklik.detection.screen;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Screen;

/** How sure a screen is: as often as the lists were right when measured, and as often as people agreed since. */
final class Sureness {

    /** Where nothing was measured: a list is written to be right. */
    private static final double UNKNOWN = 0.75;
    /** What was measured counts as so many decisions: a few do not put an end to a whole kind of exclusions. */
    private static final double MEASURED = 50;
    /** A model that has seen so many rude messages counts half as much as the lists. */
    private static final double ENOUGH = 100;

    private final Map<Screen, Double> measured = new EnumMap<>(Screen.class);
    private final PastDecisions past;

    /** @param data screen.yml */
    @SuppressWarnings("unchecked")
    Sureness(Map<String, Object> data, PastDecisions past) {
        this.past = past;
        Map<String, Object> rates = (Map<String, Object>) data.getOrDefault("sure", Map.of());
        for (Screen screen : Screen.values()) {
            Object rate = rates.getOrDefault(screen.name().toLowerCase(Locale.ROOT), UNKNOWN);
            measured.put(screen, Double.parseDouble(rate.toString()));
        }
    }

    /** A model of the tone, where it has a say, counts as much as the lists once it has seen enough. */
    double of(Screen screen, Optional<Screens.Tone> tone) {
        double lists = ofLists(screen);
        boolean asked = screen == Screen.CLEAN || screen.compareTo(Screen.INSULT) >= 0;
        return tone.filter(t -> asked)
                .map(t -> {
                    double weight = t.support() / (t.support() + ENOUGH);
                    double agrees = screen == Screen.CLEAN ? 1 - t.rude() : t.rude();
                    return (lists + weight * agrees) / (1 + weight);
                })
                .orElse(lists);
    }

    private double ofLists(Screen screen) {
        double rate = measured.getOrDefault(screen, UNKNOWN);
        PastDecisions.Screened decided = past.screened(screen);
        int agreed = screen.excludes() ? decided.excluded() : decided.all() - decided.excluded();
        return (MEASURED * rate + agreed) / (MEASURED + decided.all());
    }
}
