package ru.otklik.detection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.models.Models;
import ru.otklik.detection.place.Addresses;
import ru.otklik.detection.place.PlaceFinding;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.region.Region;

/** The first look at a message by rules and lists of words, and by what was learned where there is a model. Reads its data once; any number of threads may ask it. */
public final class FirstAssessment {

    private final Rubric rubric;
    private final Gazetteer gazetteer;
    private final TopicGuessing topics;
    private final PlaceFinding places;
    private final ImportanceWeighing importance;
    private final Screens screens;
    private final ResponseWeighing responses;
    private final Competences competences;

    private final Optional<Models> models;
    private final boolean any;
    private volatile Learned learned = Learned.NOTHING;

    /**
     * What was learned.
     *
     * @param foreign whether the topics are none of the region's
     * @param inUse the versions that should be
     * @param versions those that could be read
     */
    private record Learned(
            Optional<LearnedGuessing> topics,
            boolean foreign,
            Optional<Spotter> tone,
            Optional<Spotter> response,
            List<String> inUse,
            Optional<String> versions) {
        static final Learned NOTHING =
                new Learned(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private FirstAssessment(
            RegionFiles files, Optional<Models> models, boolean any, Optional<KnownAuthorities> authorities) {
        this.models = models;
        this.any = any;
        rubric = Rubric.of(files);
        gazetteer = Gazetteer.of(files);
        topics = new TopicGuessing(rubric, files);
        places = new PlaceFinding(gazetteer, files);
        importance = new ImportanceWeighing(files);
        screens = new Screens(files);
        responses = new ResponseWeighing(files);
        competences = new Competences(authorities.orElseGet(() -> KnownAuthorities.ofFile(files)));
        refresh();
    }

    /** Takes up the models that are in use now, if they are others than before. */
    public synchronized void refresh() {
        models.filter(m -> !inUse(m).equals(learned.inUse())).ifPresent(m -> learned = read(m));
    }

    private static List<String> inUse(Models models) {
        return Stream.of(Models.Kind.values())
                .flatMap(kind -> models.inUse(kind).stream())
                .toList();
    }

    private Learned read(Models models) {
        // asked before the files are: what changes meanwhile is taken up the next time
        List<String> inUse = inUse(models);
        Optional<Models.Kept<Assessor>> ofTopics = models.topics();
        Optional<Models.Kept<Spotter>> ofTone = models.spotter(Spotter.Sense.TONE);
        Optional<Models.Kept<Spotter>> ofResponse = models.spotter(Spotter.Sense.RESPONSE);
        return new Learned(
                ofTopics.map(k -> guessing(k.model())),
                ofTopics.filter(k -> isForeign(k.model())).isPresent(),
                ofTone.map(Models.Kept::model),
                ofResponse.map(Models.Kept::model),
                inUse,
                Stream.of(ofTopics, ofTone, ofResponse)
                        .flatMap(kept -> kept.map(Models.Kept::version).stream())
                        .reduce((a, b) -> a + ", " + b));
    }

    private LearnedGuessing guessing(Assessor model) {
        return new LearnedGuessing(model, rubric, competences::bodies, isForeign(model));
    }

    private boolean isForeign(Assessor model) {
        return any && !isAbout(model);
    }

    /** Begins with models that are kept nowhere. */
    public synchronized void startWith(Assessor topics, Spotter response, String version) {
        learned = new Learned(
                Optional.of(guessing(topics)),
                isForeign(topics),
                learned.tone(),
                Optional.of(response),
                learned.inUse(),
                Optional.of(version));
    }

    /** By the files of a region alone. */
    public static FirstAssessment of(Region region) {
        return new FirstAssessment(new RegionFiles(region), Optional.empty(), false, Optional.empty());
    }

    /** By the models too, as far as their labels are the region's. */
    public static FirstAssessment of(Region region, Models models) {
        return new FirstAssessment(new RegionFiles(region), Optional.of(models), false, Optional.empty());
    }

    /** The same, with the authorities as they are kept elsewhere than in the region's file. */
    public static FirstAssessment of(Region region, Models models, KnownAuthorities authorities) {
        return new FirstAssessment(new RegionFiles(region), Optional.of(models), false, Optional.of(authorities));
    }

    /** By the models too, whatever their labels are. */
    public static FirstAssessment ofAny(Region region, Models models) {
        return new FirstAssessment(new RegionFiles(region), Optional.of(models), true, Optional.empty());
    }

    /** The region that comes with the program under this name. */
    public static FirstAssessment ofRegion(String name) {
        return of(Region.named(name));
    }

    /** @param sourcePlace code of the territory or settlement that the source is about */
    public Proposal assess(String text, Optional<String> sourcePlace) {
        return assess(text, sourcePlace, 0, Set.of());
    }

    /**
     * @param reach how many people saw the message or answered to it; 0 when unknown
     * @param returned codes of the authorities that returned the message: they are not proposed again
     */
    public Proposal assess(String text, Optional<String> sourcePlace, long reach, Set<String> returned) {
        return assess(learned, text, sourcePlace, reach, returned);
    }

    /** As it would be with another model of topics in use. */
    public Proposal assessWith(Assessor model, String text) {
        return assess(
                new Learned(
                        Optional.of(guessing(model)),
                        isForeign(model),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()),
                text,
                Optional.empty(),
                0,
                Set.of());
    }

    /** Whether the topics of a model are those of the region, most of them. */
    public boolean isAbout(Assessor model) {
        long own = model.topics().stream()
                .filter(l -> rubric.named(l).or(() -> rubric.find(l)).isPresent())
                .count();
        return own * 2 > model.topics().size();
    }

    private Proposal assess(
            Learned known, String text, Optional<String> sourcePlace, long reach, Set<String> returned) {
        Reading reading = Reading.of(text);
        List<Word> words = reading.words();
        Recognised named = topics.recognise(words);
        Optional<Assessor.Opinion> opinion = known.topics().flatMap(l -> l.judge(reading, text, named.signs()));
        List<Guess> likely = opinion.map(o -> known.topics().orElseThrow().topics(o, reading))
                .filter(l -> !l.isEmpty())
                .orElseGet(named::guesses);
        List<PlaceGuess> where = places.find(words, reading.features().hashtagWords(), sourcePlace);
        ImportanceWeighing.Weighed weighed = importance.weigh(words, reach);
        List<Guess> learnedWhose = opinion.map(o -> known.topics().orElseThrow().authorities(o, likely, returned))
                .orElse(List.of());
        // the region's table knows nothing of the topics of others
        List<Guess> whose = known.foreign() && !learnedWhose.isEmpty()
                ? learnedWhose
                : competences.propose(likely, where, learnedWhose, returned);
        Proposal.Response listed = responses.weigh(reading, text, !named.isEmpty(), weighed);
        return new Proposal(
                likely,
                where,
                weighed.importance(),
                weighed.reasons(),
                screens.screen(
                        reading,
                        text,
                        known.tone().map(t -> t.spot(reading, text, List.of())).orElse(0.0)),
                whose,
                known.response()
                        .map(r -> listed.told(r.spot(reading, text, listed.signs())))
                        .orElse(listed),
                Addresses.find(text),
                known.versions());
    }

    /** What the lexicon recognises: signs for a model to learn from, whatever its topics are. */
    public List<String> signs(String text) {
        return rubric.named(text)
                .map(topic -> Recognised.signs(List.of(topic)))
                .orElseGet(() -> topics.recognise(Reading.of(text).words()).signs());
    }

    /** What the lists of words say of the need of an answer: a sign for a model. */
    public List<String> needSigns(String text) {
        Reading reading = Reading.of(text);
        boolean subject = !topics.recognise(reading.words()).isEmpty();
        return responses
                .weigh(reading, text, subject, importance.weigh(reading.words(), 0))
                .signs();
    }

    /** The same with the titles of a topic and an authority that are named by their codes in the region. */
    public Example titled(Example e) {
        String topic = e.topic() == null
                ? null
                : rubric.find(e.topic()).map(Rubric.Topic::title).orElse(e.topic());
        String authority = e.authority() == null
                ? null
                : competences.bodies().stream()
                        .filter(b -> b.code().equals(e.authority()))
                        .map(KnownAuthorities.Body::title)
                        .findFirst()
                        .orElse(e.authority());
        return new Example(e.text(), topic, e.group(), authority, e.toxic(), e.asks());
    }

    /** The group of a topic as the model learned it; for topics that the rubric does not have. */
    public Optional<String> learnedGroup(String topic) {
        return learned.topics().flatMap(l -> l.group(topic));
    }

    /**
     * Whose business a topic is at a place, both as a person chose them by code; the best first.
     *
     * @param returned codes of the authorities that returned the message
     */
    public List<Guess> competent(String topic, Optional<String> place, Set<String> returned) {
        return chosen(topic).stream()
                .flatMap(t -> competences.propose(List.of(t), chosenPlace(place), List.of(), returned).stream())
                .toList();
    }

    /** The same by the table of competences alone, and everybody whom it names. */
    public List<Guess> competentByTable(String topic, Optional<String> place) {
        return chosen(topic).stream()
                .flatMap(t -> competences.byTable(t, chosenPlace(place), Set.of()).stream())
                .toList();
    }

    private Optional<Guess> chosen(String topic) {
        return rubric.find(topic).map(t -> new Guess(topic, t.title(), 1, List.of()));
    }

    private List<PlaceGuess> chosenPlace(Optional<String> place) {
        return place
                .flatMap(gazetteer::findTerritoryOf)
                .map(t -> new PlaceGuess(t.code(), t.title(), t.code(), t.title(), Optional.empty(), 1, List.of()))
                .stream()
                .toList();
    }

    public Rubric rubric() {
        return rubric;
    }

    public Gazetteer gazetteer() {
        return gazetteer;
    }
}
