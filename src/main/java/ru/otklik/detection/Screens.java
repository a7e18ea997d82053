package ru.otklik.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Words;

/** Whether a message is one that is not worked on (clause 22), by screen.yml. The gravest finding wins. */
final class Screens {

    private static final int WINDOW = 3;
    private static final int REPORTED_WITHIN = 6;
    private static final int LITERAL_WITHIN = 8;

    private final Obscenity obscenity;
    private final Lexicon life = new Lexicon(WINDOW);
    private final Lexicon other = new Lexicon(WINDOW);
    private final Lexicon insults = new Lexicon(WINDOW);
    private final Lexicon directed = new Lexicon(2);
    private final Pattern reported;
    private final Pattern literal;
    private final WordSet literalWords;

    @SuppressWarnings("unchecked")
    Screens(RegionFiles files) {
        Map<String, Object> data = files.yaml("screen.yml");
        obscenity = new Obscenity((Map<String, Object>) data.getOrDefault("obscene", Map.of()));
        Map<String, Object> threats = (Map<String, Object>) data.getOrDefault("threats", Map.of());
        life.add(0, RegionFiles.text(threats, "life"), 1);
        life.add(1, RegionFiles.text(threats, "self"), 1);
        other.add(0, RegionFiles.text(threats, "other"), 1);
        insults.add(0, RegionFiles.text(data, "insults"), 1);
        addDirected((Map<String, Object>) data.getOrDefault("directed", Map.of()));
        reported = beginnings(RegionFiles.texts(data, "reported"));
        literal = beginnings(RegionFiles.texts(data, "literal"));
        literalWords = new WordSet(RegionFiles.text(data, "literal_words"));
    }

    private void addDirected(Map<String, Object> lists) {
        for (String word : RegionFiles.text(lists, "words").split(",")) {
            for (String target : RegionFiles.text(lists, "targets").split(",")) {
                directed.add(0, target.strip() + " " + word.strip(), 1);
            }
        }
    }

    private static Pattern beginnings(List<String> list) {
        return Pattern.compile(
                list.stream().map(Words::plain).map(Pattern::quote).collect(Collectors.joining("|")));
    }

    Screening screen(List<Word> words) {
        List<String> found = threats(life, words);
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT_TO_LIFE, found);
        }
        found = threats(other, words);
        if (!found.isEmpty()) {
            return new Screening(Screen.THREAT, found);
        }
        found = obscenity.find(words);
        if (!found.isEmpty()) {
            return new Screening(Screen.OBSCENE, found);
        }
        found = insults(words);
        return new Screening(found.isEmpty() ? Screen.CLEAN : Screen.INSULT, found);
    }

    private List<String> threats(Lexicon lexicon, List<Word> words) {
        List<String> found = new ArrayList<>();
        for (Lexicon.Hit hit : lexicon.hits(words)) {
            int at = hit.at().get(0);
            boolean denied = at > 0 && words.get(at - 1).plain().equals("не");
            // a person who wants to die is heard however it is told
            boolean told = hit.owner() == 0 && begins(reported, words, at - REPORTED_WITHIN, at);
            if (!denied && !told) {
                found.add(hit.shown(words));
            }
        }
        return found.stream().distinct().toList();
    }

    private List<String> insults(List<Word> words) {
        List<String> found = new ArrayList<>();
        List<Lexicon.Hit> hits = new ArrayList<>(insults.hits(words));
        hits.addAll(directed.hits(words));
        for (Lexicon.Hit hit : hits) {
            int at = hit.at().get(0);
            boolean meant = literalWords.has(words.get(at).plain())
                    && begins(literal, words, at - LITERAL_WITHIN, at + LITERAL_WITHIN);
            if (!meant) {
                found.add(hit.shown(words));
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean begins(Pattern beginnings, List<Word> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, words.size()); i++) {
            if (beginnings.matcher(words.get(i).plain()).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
