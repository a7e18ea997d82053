package ru.otklik.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import ru.otklik.detection.KnownAuthorities.Body;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;

/**
 * Topics and authorities as a model proposes them. Its labels are titles or codes of the region; one that the region
 * does not know is proposed only where any may be.
 */
final class LearnedGuessing {

    private static final int SHOWN = 3;
    private static final float LEAST = 0.005f;
    /** More than are shown: some of them mean nothing to a person. */
    private static final int WEIGHED = 4 * SHOWN;

    private static final CharArraySet EMPTY = RussianAnalyzer.getDefaultStopSet();

    /** What the region knows, by its title in small letters and by its code. */
    private static final class Known {
        private final Map<String, String> codes = new HashMap<>();
        private final Map<String, String> titles = new HashMap<>();

        void add(String code, String title) {
            codes.put(title.toLowerCase(Locale.ROOT), code);
            codes.put(code, code);
            titles.put(code, title);
        }

        Optional<Guess> guess(String label, double share, List<String> because, boolean any) {
            String code = codes.getOrDefault(label, codes.get(label.toLowerCase(Locale.ROOT)));
            if (code == null && !any) {
                return Optional.empty();
            }
            return Optional.of(
                    code == null
                            ? new Guess(label, label, share, because)
                            : new Guess(code, titles.getOrDefault(code, label), share, because));
        }
    }

    private final Assessor model;
    private final boolean any;
    private final Known topics = new Known();
    private final Supplier<List<Body>> authorities;
    private volatile Bodies bodies = new Bodies(List.of(), new Known());

    /** @param from the list itself: another list means that something changed */
    private record Bodies(List<Body> from, Known known) {}

    /** @param authorities those that work now */
    LearnedGuessing(Assessor model, Rubric rubric, Supplier<List<Body>> authorities, boolean any) {
        this.model = model;
        this.any = any;
        rubric.topics().forEach(t -> topics.add(t.code(), t.title()));
        this.authorities = authorities;
    }

    Optional<Assessor.Opinion> judge(Reading reading, String text, List<String> signs) {
        // signs without a word say nothing of a topic
        return reading.words().isEmpty() ? Optional.empty() : Optional.of(model.judge(reading, text, signs));
    }

    List<Guess> topics(Assessor.Opinion opinion, Reading reading) {
        List<Guess> guesses = new ArrayList<>();
        for (int i : Assessor.Opinion.best(opinion.topics(), SHOWN)) {
            List<String> because = shown(model.heaviest(opinion, i, WEIGHED), reading);
            topics.guess(model.topics().get(i), opinion.topics()[i], because, any)
                    .ifPresent(guesses::add);
        }
        return guesses;
    }

    /** Those of the words at these places that mean something. */
    private static List<String> shown(List<Integer> places, Reading reading) {
        return places.stream()
                .map(reading.words()::get)
                .filter(w -> !EMPTY.contains(w.plain()))
                .map(Word::shown)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** The words that spoke most for a label of a quality. */
    static List<String> because(Spotter model, Spotter.Opinion opinion, int label, Reading reading) {
        return shown(model.heaviest(opinion, label, WEIGHED), reading);
    }

    /** @param returned codes of those that returned the message already */
    List<Guess> authorities(Assessor.Opinion opinion, List<Guess> topics, Set<String> returned) {
        List<String> because =
                topics.stream().limit(1).map(t -> "тема: " + t.title()).toList();
        Known known = known();
        List<Guess> guesses = new ArrayList<>();
        for (int i : Assessor.Opinion.best(opinion.authorities(), SHOWN + returned.size())) {
            if (opinion.authorities()[i] >= LEAST) {
                known.guess(model.authorities().get(i), opinion.authorities()[i], because, any)
                        .filter(g -> !returned.contains(g.code()))
                        .ifPresent(guesses::add);
            }
        }
        return guesses.subList(0, Math.min(SHOWN, guesses.size()));
    }

    private Known known() {
        List<Body> now = authorities.get();
        Bodies last = bodies;
        if (last.from() != now) {
            last = new Bodies(now, new Known());
            for (Body body : now) {
                last.known().add(body.code(), body.title());
            }
            bodies = last;
        }
        return last.known();
    }

    Optional<String> group(String topic) {
        int at = model.topics().indexOf(topic);
        return at < 0 ? Optional.empty() : Optional.of(model.group(at)).filter(g -> !g.isEmpty());
    }
}
