package ru.otklik.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import ru.otklik.detection.screen.Screens;
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

    private FirstAssessment(
            RegionFiles files,
            Optional<Models> models,
            boolean any,
            Optional<KnownAuthorities> authorities,
            PastDecisions past) {
        this.models = models;
        this.any = any;
        rubric = Rubric.of(files);
        gazetteer = Gazetteer.of(files);
        topics = new TopicGuessing(rubric, files);
        places = new PlaceFinding(gazetteer, files, past);
        importance = new ImportanceWeighing(files);
        screens = new Screens(files, past);
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
        Map<Spotter.Sense, Spotter> spotters = new HashMap<>();
        List<String> versions = new ArrayList<>();
        ofTopics.ifPresent(k -> versions.add(k.version()));
        for (Spotter.Sense sense : Spotter.Sense.values()) {
            models.spotter(sense).ifPresent(k -> {
                spotters.put(sense, k.model());
                versions.add(k.version());
            });
        }
        return new Learned(
                ofTopics.map(k -> guessing(k.model())),
                ofTopics.filter(k -> isForeign(k.model())).isPresent(),
                spotters,
                inUse,
                versions.stream().reduce((a, b) -> a + ", " + b));
    }

    private LearnedGuessing guessing(Assessor model) {
        return new LearnedGuessing(model, rubric, competences::bodies, isForeign(model));
    }

    private boolean isForeign(Assessor model) {
        return any && !isAbout(model);
    }

    /** Whether a model in use tells it. */
    public boolean tells(Models.Kind kind) {
        return learned.tells(kind);
    }

    /** Begins with models that are kept nowhere; what one in use tells, that one does. */
    public synchronized void startWith(
            Optional<Assessor> topics, Map<Spotter.Sense, Spotter> spotters, String version) {
        Map<Spotter.Sense, Spotter> all = new HashMap<>(spotters);
        all.putAll(learned.spotters());
        boolean kept = learned.topics().isPresent();
        learned = new Learned(
                learned.topics().or(() -> topics.map(this::guessing)),
                kept ? learned.foreign() : topics.filter(this::isForeign).isPresent(),
                all,
                learned.inUse(),
                Optional.of(learned.versions().map(v -> version + ", " + v).orElse(version)));
    }

    /** By the files of a region alone. */
    public static FirstAssessment of(Region region) {
        return new FirstAssessment(
                new RegionFiles(region), Optional.empty(), false, Optional.empty(), PastDecisions.NONE);
    }

    /** By the models too, as far as their labels are the region's. */
    public static FirstAssessment of(Region region, Models models) {
        return new FirstAssessment(
                new RegionFiles(region), Optional.of(models), false, Optional.empty(), PastDecisions.NONE);
    }

    /** The same, with the authorities as they are kept elsewhere than in the region's file, and by what people decided. */
    public static FirstAssessment of(Region region, Models models, KnownAuthorities authorities, PastDecisions past) {
        return new FirstAssessment(new RegionFiles(region), Optional.of(models), false, Optional.of(authorities), past);
    }

    /** By the models too, whatever their labels are. */
    public static FirstAssessment ofAny(Region region, Models models) {
        return new FirstAssessment(
                new RegionFiles(region), Optional.of(models), true, Optional.empty(), PastDecisions.NONE);
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
                new Learned(Optional.of(guessing(model)), isForeign(model), Map.of(), List.of(), Optional.empty()),
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
        ImportanceWeighing.Weighed listed = importance.weigh(words, reach);
        ImportanceWeighing.Weighed weighed = known.of(Spotter.Sense.IMPORTANCE)
                .map(model -> importance.told(listed, model, reading, text, reach))
                .orElse(listed);
        List<Guess> learnedWhose = opinion.map(o -> known.topics().orElseThrow().authorities(o, likely, returned))
                .orElse(List.of());
        // the region's table knows nothing of the topics of others
        List<Guess> whose = known.foreign() && !learnedWhose.isEmpty()
                ? learnedWhose
                : competences.propose(likely, where, learnedWhose, returned);
        Proposal.Response asks = responses.weigh(reading, text, !named.isEmpty(), listed);
        Optional<Proposal.Response> told = known.response(asks, reading, text);
        return new Proposal(
                likely,
                where,
                weighed.importance(),
                weighed.shares(),
                weighed.reasons(),
                screens.screen(
                        reading,
                        text,
                        known.tone(reading, text),
                        told.map(r -> r.matter(opinion.isPresent() ? likely : List.of()))),
                whose,
                told.orElse(asks),
                Addresses.find(text),
                known.versions());
    }

    /** What the lexicon recognises: signs for a model to learn from, whatever its topics are. */
    public List<String> signs(String text) {
        return rubric.named(text)
                .map(topic -> Recognised.signs(List.of(topic)))
                .orElseGet(() -> topics.recognise(Reading.of(text).words()).signs());
    }

    /** What the lists of words say of a quality: signs for a model of it. */
    public List<String> signs(Spotter.Sense sense, String text) {
        if (sense == Spotter.Sense.TONE) {
            return List.of();
        }
        Reading reading = Reading.of(text);
        ImportanceWeighing.Weighed weighed = importance.weigh(reading.words(), 0);
        if (sense == Spotter.Sense.IMPORTANCE) {
            return weighed.signs();
        }
        boolean subject = !topics.recognise(reading.words()).isEmpty();
        return responses.weigh(reading, text, subject, weighed).signs();
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
        return e.named(topic, authority);
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
