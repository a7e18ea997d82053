package ru.otklik.detection.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.place.PlaceNames.Kind;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.WordSet;

/** The long names of centres, and longer ones of any place, with one letter wrong, too many, missing or in the wrong place: «Кислводск», «Невинномыск». */
final class Misspellings {

    private static final int LONG = 8;
    private static final int LONGER = 11;
    /** The endings of names elsewhere are alike («Михайловка»), so an error in the end does not count. */
    private static final int END = 3;

    private record Form(String word, List<Name> names) {}

    private final Map<Integer, List<Form>> forms = new HashMap<>();
    private final WordSet alike;

    /**
     * @param known names by their forms
     * @param alike words that are no errors
     */
    Misspellings(Gazetteer gazetteer, Map<String, List<Name>> known, WordSet alike) {
        this.alike = alike;
        known.forEach((word, names) -> {
            List<Name> centres =
                    names.stream().filter(n -> isCentre(n, gazetteer)).toList();
            if (word.length() >= LONG && !centres.isEmpty()) {
                forms.computeIfAbsent(key(word), k -> new ArrayList<>(1)).add(new Form(word, centres));
            }
        });
    }

    private static boolean isCentre(Name name, Gazetteer gazetteer) {
        return !name.adjective()
                && gazetteer
                        .findSettlement(name.codes().get(0))
                        .filter(gazetteer::isCentre)
                        .isPresent();
    }

    private static boolean isLoneSettlement(Name name) {
        return name.isRare() && name.kind() == Kind.SETTLEMENT && name.length() == 1;
    }

    /** The first letter and the end; asked of every word, so no string is made of them. */
    private static int key(String word) {
        int key = word.charAt(0);
        for (int i = word.length() - END; i < word.length(); i++) {
            key = key * 31 + word.charAt(i);
        }
        return key;
    }

    /** @param word none that is itself a name */
    List<Name> meant(String word) {
        List<Form> candidates = word.length() < LONG - 1 ? null : forms.get(key(word));
        if (candidates == null) {
            return List.of();
        }
        return candidates.stream()
                .filter(f -> isNear(word, f.word()) && !alike.has(word))
                .findFirst()
                .map(Form::names)
                .orElse(List.of());
    }

    /** One letter is another, one is missing or too many, or two neighbours changed places. */
    private static boolean isNear(String a, String b) {
        String shorter = a.length() < b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        int more = longer.length() - shorter.length();
        if (more > 1) {
            return false;
        }
        int from = 0;
        while (from < shorter.length() && shorter.charAt(from) == longer.charAt(from)) {
            from++;
        }
        String left = longer.substring(Math.min(longer.length(), from + 1));
        if (more == 1) {
            return shorter.substring(from).equals(left);
        }
        String other = shorter.substring(Math.min(shorter.length(), from + 1));
        boolean swapped = left.length() > 0
                && left.charAt(0) == shorter.charAt(from)
                && other.charAt(0) == longer.charAt(from)
                && left.substring(1).equals(other.substring(1));
        return left.equals(other) || swapped;
    }
}
