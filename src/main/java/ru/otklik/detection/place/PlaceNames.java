package ru.otklik.detection.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.Gazetteer.Match;
import ru.otklik.detection.text.Declension;
import ru.otklik.detection.text.Word;
import ru.otklik.detection.text.WordSet;
import ru.otklik.detection.text.Words;

/** Every name of a place in every form, found by its first word. */
final class PlaceNames {

    enum Kind {
        SETTLEMENT,
        SPOKEN,
        ADJECTIVE,
        DISTRICT
    }

    /** @param codes what the name may stand for; several make it ambiguous */
    record Name(
            String nominative, List<Set<String>> forms, Kind kind, Match match, boolean adjective, List<String> codes) {

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

        /** No usual word and no surname: «с шести утра» is no village. */
        boolean isRare() {
            return match == Match.FREE || match == Match.CAPITAL;
        }
    }

    private static final String NAMED = "имени ";

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Misspellings misspellings;

    /** @param alike words that look like misspelt names and are not */
    PlaceNames(Gazetteer gazetteer, WordSet alike) {
        for (Gazetteer.Settlement s : gazetteer.settlements()) {
            add(s.name(), Kind.SETTLEMENT, s.match(), List.of(s.code()));
            if (s.name().startsWith(NAMED)) {
                add(s.name().replace(NAMED, "им "), Kind.SETTLEMENT, s.match(), List.of(s.code()));
            }
        }
        for (Gazetteer.Territory t : gazetteer.territories()) {
            String centre = gazetteer.centreOf(t);
            t.spoken().forEach(n -> add(n, Kind.SPOKEN, Match.FREE, List.of(centre)));
            t.adjectives().forEach(n -> addAdjective(n, Kind.ADJECTIVE, Match.FREE, centre));
            if (!t.district().isEmpty()) {
                addAdjective(t.district(), Kind.DISTRICT, Match.MARKED, t.code());
            }
        }
        gazetteer.spoken().forEach(s -> s.names().forEach(n -> add(n, Kind.SPOKEN, Match.FREE, s.places())));
        misspellings = new Misspellings(gazetteer, byFirstWord, alike);
    }

    private void add(String name, Kind kind, Match match, List<String> codes) {
        String[] parts = name.split("[\\s-]+");
        List<Set<String>> forms = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            // of «Киан-Подгорное» only the last part is inflected, of «Новая Деревня» every one
            boolean inflected = i == parts.length - 1 || name.indexOf('-') < 0;
            boolean fixed = name.startsWith(NAMED) || name.startsWith("им ");
            forms.add(inflected && !fixed ? Declension.forms(parts[i]) : Set.of(Words.plain(parts[i])));
        }
        boolean adjective = parts.length == 1 && name.matches(".*(ый|ий|ой|ая|ое|ее)");
        put(new Name(Words.plain(name), forms, kind, match, adjective, codes));
    }

    private void addAdjective(String name, Kind kind, Match match, String code) {
        put(new Name(Words.plain(name), List.of(Declension.ofAdjective(name)), kind, match, true, List.of(code)));
    }

    private void put(Name entry) {
        for (String first : entry.forms().get(0)) {
            List<Name> same = byFirstWord.computeIfAbsent(first, f -> new ArrayList<>(1));
            same.add(entry);
            same.sort((a, b) -> b.length() - a.length());
        }
    }

    /** The names that begin here, the longest first. */
    List<Name> at(List<Word> words, int from) {
        List<Name> candidates = byFirstWord.get(words.get(from).plain());
        if (candidates == null) {
            return misspellings.meant(words.get(from).plain());
        }
        List<Name> standing = new ArrayList<>(candidates);
        standing.removeIf(n -> !n.standsAt(words, from));
        return standing;
    }
}
