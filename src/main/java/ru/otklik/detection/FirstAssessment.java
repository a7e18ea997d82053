package ru.otklik.detection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.Words;

/** The first look at a message by rules and lists of words. Reads its data once; any number of threads may ask it. */
public final class FirstAssessment {

    private final Rubric rubric;
    private final Gazetteer gazetteer;
    private final TopicGuessing topics;
    private final PlaceFinding places;
    private final ImportanceWeighing importance;
    private final Screens screens;
    private final Competences competences;

    private FirstAssessment(RegionFiles files) {
        rubric = Rubric.of(files);
        gazetteer = Gazetteer.of(files);
        topics = new TopicGuessing(rubric, files);
        places = new PlaceFinding(gazetteer, files);
        importance = new ImportanceWeighing(files);
        screens = new Screens(files);
        competences = new Competences(files);
    }

    /** By the data that come with the program. */
    public static FirstAssessment ofRegion(String region) {
        return new FirstAssessment(RegionFiles.ofRegion(region));
    }

    /** By the files of a directory; what it lacks is taken from the region that comes with the program. */
    public static FirstAssessment of(Path directory, String region) {
        return new FirstAssessment(RegionFiles.of(directory, region));
    }

    /** @param sourcePlace code of the territory or settlement that the source is about */
    public Proposal assess(String text, Optional<String> sourcePlace) {
        return assess(text, sourcePlace, 0);
    }

    /** @param reach how many people saw the message or answered to it; 0 when unknown */
    public Proposal assess(String text, Optional<String> sourcePlace, long reach) {
        List<Word> words = Words.of(text);
        List<Guess> likely = topics.guess(words);
        List<PlaceGuess> where = places.find(words, sourcePlace);
        ImportanceWeighing.Weighed weighed = importance.weigh(words, reach);
        return new Proposal(
                likely,
                where,
                weighed.importance(),
                weighed.reasons(),
                screens.screen(words),
                competences.propose(likely, where));
    }

    public Rubric rubric() {
        return rubric;
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
