package ru.otklik.detection.place;

import java.util.List;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.PastDecisions.ChosenPlace;
import ru.otklik.detection.Pooling;
import ru.otklik.detection.Proposal.Guess;

/** What words stand for, as people chose where these words were all that told of a place. */
final class ChosenBefore {

    /** From here on people have settled it, and nobody is asked to choose. */
    private static final double SETTLED = 0.75;
    /** Words that are more likely no place at all are passed over; it takes five decisions. */
    private static final double NO_PLACE = 0.5;

    private final Gazetteer gazetteer;
    private final PastDecisions past;

    ChosenBefore(Gazetteer gazetteer, PastDecisions past) {
        this.gazetteer = gazetteer;
        this.past = past;
    }

    /** @param byRules what the words may stand for; the same when nobody chose yet, none when it is no place */
    List<Guess> settle(String said, List<Guess> byRules) {
        List<ChosenPlace> chosen = past.places(PastDecisions.key(said)).stream()
                .filter(c -> c.place().isEmpty()
                        || gazetteer.findTerritoryOf(c.place()).isPresent())
                .toList();
        int all = chosen.stream().mapToInt(ChosenPlace::count).sum();
        if (all == 0) {
            return byRules;
        }
        List<Guess> history = chosen.stream()
                .filter(c -> !c.place().isEmpty())
                .map(c -> guess(said, c, all))
                .toList();
        double weight = Pooling.weight(all, 1);
        double nowhere = 1 - history.stream().mapToDouble(Guess::share).sum();
        if (weight * nowhere > NO_PLACE) {
            return List.of();
        }
        List<Guess> pooled = Pooling.pool(List.of(byRules), history, weight, byRules.size() + history.size());
        return pooled.get(0).share() >= SETTLED ? pooled.subList(0, 1) : pooled;
    }

    private static Guess guess(String said, ChosenPlace chosen, int all) {
        return new Guess(
                chosen.place(),
                chosen.place(),
                (double) chosen.count() / all,
                List.of(said, "так выбирали: %d из %d".formatted(chosen.count(), all)));
    }
}
