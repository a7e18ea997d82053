package ru.otklik.desk.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.Proposal;

/** The words of a message that weighed highest in the proposal, each with what it speaks for. */
public final class Highlights {

    public enum Kind {
        SCREEN("экран"),
        IMPORTANCE("важность"),
        PLACE("локация"),
        TOPIC("тематика"),
        RESPONSE("нужен ли ответ");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param kind null: it weighed in nothing */
    public record Piece(String text, @Nullable Kind kind) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}*-]+");
    private static final Pattern QUOTED = Pattern.compile("«([^»]*)»");

    private Highlights() {}

    /** The whole text in its order; a word that weighed twice is shown for the graver. */
    public static List<Piece> of(String text, @Nullable Proposal proposal) {
        Map<String, Kind> kinds = proposal == null ? Map.of() : kinds(words(text), proposal);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        var word = WORD.matcher(text);
        while (!kinds.isEmpty() && word.find()) {
            Kind kind = kinds.get(plain(word.group()));
            if (kind != null) {
                if (word.start() > at) {
                    pieces.add(new Piece(text.substring(at, word.start()), null));
                }
                pieces.add(new Piece(word.group(), kind));
                at = word.end();
            }
        }
        pieces.add(new Piece(text.substring(at), null));
        return pieces;
    }

    private static Map<String, Kind> kinds(Set<String> there, Proposal p) {
        var kinds = new HashMap<String, Kind>();
        put(kinds, there, Kind.SCREEN, p.screening().words().stream());
        put(kinds, there, Kind.IMPORTANCE, p.importanceReasons().stream().flatMap(Highlights::quoted));
        put(kinds, there, Kind.PLACE, p.places().stream().limit(1).flatMap(g -> g.because().stream()));
        put(kinds, there, Kind.TOPIC, p.topic().stream().flatMap(g -> g.because().stream()));
        put(kinds, there, Kind.RESPONSE, p.response().because().stream());
        return kinds;
    }

    /** A reason whose words do not all stand in the message is no quotation of it. */
    private static void put(Map<String, Kind> kinds, Set<String> there, Kind kind, Stream<String> reasons) {
        reasons.map(Highlights::words)
                .filter(there::containsAll)
                .flatMap(Set::stream)
                .forEach(w -> kinds.putIfAbsent(w, kind));
    }

    /** Importance gives its words in quotation marks, behind what they mean. */
    private static Stream<String> quoted(String reason) {
        return QUOTED.matcher(reason).results().map(r -> r.group(1));
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(r -> plain(r.group())).collect(Collectors.toSet());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
