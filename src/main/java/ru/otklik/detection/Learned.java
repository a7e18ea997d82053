package ru.otklik.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.otklik.detection.Proposal.Response;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.learn.Spotter.Sense;
import ru.otklik.detection.models.Models;
import ru.otklik.detection.screen.Screens;
import ru.otklik.detection.text.Reading;

/**
 * What was learned.
 *
 * @param foreign whether the topics are none of the region's
 * @param inUse the versions that should be
 * @param versions those that could be read
 */
record Learned(
        Optional<LearnedGuessing> topics,
        boolean foreign,
        Map<Sense, Spotter> spotters,
        List<String> inUse,
        Optional<String> versions) {

    static final Learned NOTHING = new Learned(Optional.empty(), false, Map.of(), List.of(), Optional.empty());

    private static final double RATHER = 0.5;

    Optional<Spotter> of(Sense sense) {
        return Optional.ofNullable(spotters.get(sense));
    }

    boolean tells(Models.Kind kind) {
        return kind.sense().map(spotters::containsKey).orElseGet(topics::isPresent);
    }

    Optional<Screens.Tone> tone(Reading reading, String text) {
        return of(Sense.TONE).map(model -> {
            Spotter.Opinion opinion = model.judge(reading, text, List.of());
            double rude = opinion.shares()[1];
            return new Screens.Tone(
                    rude, model.support(), rude < RATHER ? List.of() : because(model, opinion, 1, reading));
        });
    }

    /** @param listed what the lists of words say */
    Optional<Response> response(Response listed, Reading reading, String text) {
        return of(Sense.RESPONSE).map(model -> {
            Spotter.Opinion opinion = model.judge(reading, text, listed.signs());
            double asks = opinion.shares()[1];
            return listed.told(asks, () -> because(model, opinion, asks < RATHER ? 0 : 1, reading));
        });
    }

    private static List<String> because(Spotter model, Spotter.Opinion opinion, int label, Reading reading) {
        return LearnedGuessing.because(model, opinion, label, reading);
    }
}
