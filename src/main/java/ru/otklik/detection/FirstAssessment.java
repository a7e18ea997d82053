package ru.otklik.detection;

import java.util.List;
import java.util.Optional;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.place.Addresses;
import ru.otklik.detection.place.PlaceFinding;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.region.Region;

/** The first look at a message by rules and lists of words. Reads its data once; any number of threads may ask it. */
public final class FirstAssessment {

    private final Rubric rubric;
    private final Gazetteer gazetteer;
    private final TopicGuessing topics;
    private final PlaceFinding places;
    private final ImportanceWeighing importance;
    private final Screens screens;
    private final ResponseWeighing responses;
    private final Competences competences;

    private FirstAssessment(RegionFiles files) {
        rubric = Rubric.of(files);
        gazetteer = Gazetteer.of(files);
        topics = new TopicGuessing(rubric, files);
        places = new PlaceFinding(gazetteer, files);
        importance = new ImportanceWeighing(files);
        screens = new Screens(files);
        responses = new ResponseWeighing(files);
        competences = new Competences(files);
    }

    /** By the files of a region. */
    public static FirstAssessment of(Region region) {
        return new FirstAssessment(new RegionFiles(region));
    }

    /** The region that comes with the program under this name. */
    public static FirstAssessment ofRegion(String name) {
        return of(Region.named(name));
    }

    /** @param sourcePlace code of the territory or settlement that the source is about */
    public Proposal assess(String text, Optional<String> sourcePlace) {
        return assess(text, sourcePlace, 0);
    }

    /** @param reach how many people saw the message or answered to it; 0 when unknown */
    public Proposal assess(String text, Optional<String> sourcePlace, long reach) {
        Reading reading = Reading.of(text);
        List<Word> words = reading.words();
        List<Guess> likely = topics.guess(words);
        List<PlaceGuess> where = places.find(words, reading.features().hashtagWords(), sourcePlace);
        ImportanceWeighing.Weighed weighed = importance.weigh(words, reach);
        return new Proposal(
                likely,
                where,
                weighed.importance(),
                weighed.reasons(),
                screens.screen(reading, text),
                competences.propose(likely, where),
                responses.weigh(reading, text, !likely.isEmpty(), weighed),
                Addresses.find(text));
    }

    /** Whose business a topic is at a place, both as a person chose them by code; the best first. */
    public List<Guess> competent(String topic, Optional<String> place) {
        List<PlaceGuess> places = place
                .flatMap(gazetteer::findTerritoryOf)
                .map(t -> new PlaceGuess(t.code(), t.title(), t.code(), t.title(), Optional.empty(), 1, List.of()))
                .stream()
                .toList();
        return rubric.find(topic)
                .map(t -> competences.propose(List.of(new Guess(topic, t.title(), 1, List.of())), places))
                .orElse(List.of());
    }

    public Rubric rubric() {
        return rubric;
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
