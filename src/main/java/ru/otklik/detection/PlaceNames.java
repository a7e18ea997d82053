package ru.otklik.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.detection.text.Declension;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.Words;

/** Every name of a place in every form, found by its first word. */
final class PlaceNames {

    enum Kind {
        SETTLEMENT,
        SPOKEN,
        DISTRICT
    }

    /** @param codes what the name may stand for; several make it ambiguous */
    record Name(
            String nominative,
            List<Set<String>> forms,
            Kind kind,
            Gazetteer.Match match,
            boolean adjective,
            List<String> codes) {

        boolean standsAt(List<Word> words, int from) {
            if (from + forms.size() > words.size()) {
                return false;
            }
            for (int i = 0; i < forms.size(); i++) {
                if (!forms.get(i).contains(words.get(from + i).plain())) {
                    return false;
                }
            }
            return true;
        }

        int length() {
            return forms.size();
        }
    }

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    PlaceNames(Gazetteer gazetteer) {
        for (Gazetteer.Settlement s : gazetteer.settlements()) {
            add(s.name(), Kind.SETTLEMENT, s.match(), List.of(s.code()));
        }
        for (Gazetteer.Territory t : gazetteer.territories()) {
            t.spoken().forEach(n -> add(n, Kind.SPOKEN, Gazetteer.Match.FREE, List.of(t.code())));
            if (!t.district().isEmpty()) {
                add(t.district(), Kind.DISTRICT, Gazetteer.Match.MARKED, List.of(t.code()));
            }
        }
        for (Gazetteer.Ambiguous a : gazetteer.ambiguous()) {
            a.spoken().forEach(n -> add(n, Kind.SPOKEN, Gazetteer.Match.FREE, a.territories()));
        }
    }

    private void add(String name, Kind kind, Gazetteer.Match match, List<String> codes) {
        String[] parts = name.split("[\\s-]+");
        List<Set<String>> forms = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            // of «Киан-Подгорное» only the last part is inflected, of «Новая Деревня» every one
            boolean inflected = i == parts.length - 1 || name.indexOf('-') < 0;
            boolean fixed = name.startsWith("имени ");
            forms.add(inflected && !fixed ? Declension.forms(parts[i]) : Set.of(Words.plain(parts[i])));
        }
        boolean adjective = parts.length == 1 && name.matches(".*(ый|ий|ой|ая|ое|ее)");
        Name entry = new Name(Words.plain(name), forms, kind, match, adjective, codes);
        for (String first : forms.get(0)) {
            byFirstWord.computeIfAbsent(first, f -> new ArrayList<>(1)).add(entry);
        }
    }

    /** The names that begin here, the longest first. */
    List<Name> at(List<Word> words, int from) {
        List<Name> candidates = byFirstWord.get(words.get(from).plain());
        if (candidates == null) {
            return List.of();
        }
        return candidates.stream()
                .filter(n -> n.standsAt(words, from))
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }
}
