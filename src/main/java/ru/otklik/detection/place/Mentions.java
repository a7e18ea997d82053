package ru.otklik.detection.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.place.PlaceNames.Kind;
import ru.otklik.detection.place.PlaceNames.Name;
import ru.otklik.detection.text.Word;

/** The places that the words of a message name. */
final class Mentions {

    /**
     * @param codes what the name may stand for; several make it a choice
     * @param near whether it only says where another place is
     */
    record Mention(List<String> codes, String shown, boolean near) {}

    private final Gazetteer gazetteer;
    private final PlaceNames names;
    private final PlaceContext context;
    private final Districts areas;

    Mentions(Gazetteer gazetteer, RegionFiles files) {
        this.gazetteer = gazetteer;
        Map<String, Object> lists = files.yaml("place-context.yml");
        names = new PlaceNames(gazetteer, RegionFiles.words(lists, "alike"));
        context = new PlaceContext(lists, gazetteer, names);
        areas = new Districts(lists, names);
    }

    List<Mention> in(List<Word> words) {
        List<Mention> districts = districts(words);
        Set<String> named = new LinkedHashSet<>();
        districts.forEach(d -> named.addAll(d.codes()));
        List<Mention> settlements = narrowed(settlements(words, named));
        Set<String> inside = new LinkedHashSet<>();
        settlements.forEach(s -> s.codes().stream()
                .filter(c -> gazetteer.findSettlement(c).isPresent())
                .forEach(c -> inside.add(territory(c))));
        List<Mention> all = new ArrayList<>(settlements);
        all.addAll(districts);
        // «Садовое Арзгирского округа», «Ленинский район Ставрополя» are one place, not two
        all.removeIf(m -> m.codes().size() == 1 && inside.contains(m.codes().get(0)));
        // «на Ташле в Ставрополе» too: a part of the city says more than the city
        all.removeIf(m -> isCity(m) && settlements.stream().anyMatch(s -> isPartOf(s, m)));
        if (all.stream().anyMatch(m -> !m.near())) {
            all.removeIf(Mention::near);
        }
        return all;
    }

    /** «из Орловки в Будённовск»: of places with one name, the one in whose territory another named place lies. */
    private List<Mention> narrowed(List<Mention> settlements) {
        Set<String> sure = new LinkedHashSet<>();
        settlements.stream()
                .filter(m -> m.codes().size() == 1)
                .forEach(m -> sure.add(territory(m.codes().get(0))));
        return settlements.stream()
                .map(m -> {
                    List<String> near = m.codes().stream()
                            .filter(c -> c.indexOf('.') > 0 && sure.contains(territory(c)))
                            .toList();
                    return m.codes().size() > 1 && near.size() == 1 ? new Mention(near, m.shown(), m.near()) : m;
                })
                .toList();
    }

    private boolean isCity(Mention m) {
        String code = m.codes().get(0);
        Gazetteer.Territory t = gazetteer.getTerritory(territory(code));
        return m.codes().size() == 1
                && t.district().isEmpty()
                && gazetteer
                        .findSettlement(code)
                        .filter(s -> s.name().equals(t.centre()))
                        .isPresent();
    }

    private static boolean isPartOf(Mention part, Mention city) {
        String code = city.codes().get(0);
        return part.codes().size() == 1
                && part.codes().get(0).indexOf('.') > 0
                && !part.codes().get(0).equals(code)
                && territory(part.codes().get(0)).equals(territory(code));
    }

    private List<Mention> districts(List<Word> words) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (Name name : names.at(words, i)) {
                if (areas.isDistrict(name, words, i)) {
                    found.add(new Mention(name.codes(), words.get(i).shown(), false));
                }
            }
        }
        return found;
    }

    private List<Mention> settlements(List<Word> words, Set<String> named) {
        List<Mention> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            List<Name> here = new ArrayList<>();
            for (Name name : names.at(words, i)) {
                // «Ессентукская» is the village before it is a word about the city
                boolean asLong =
                        here.isEmpty() || name.length() == here.get(0).length() && name.kind() != Kind.ADJECTIVE;
                if (asLong && name.kind() != Kind.DISTRICT && isPlace(name, words, i, named)) {
                    here.add(name);
                }
            }
            if (here.isEmpty()) {
                i++;
                continue;
            }
            int length = here.get(0).length();
            found.add(new Mention(choices(here, named), shown(words, i, length), context.isNear(words, i)));
            i += length;
        }
        return found;
    }

    private boolean isPlace(Name name, List<Word> words, int at, Set<String> named) {
        boolean territoryNamed = name.codes().stream().anyMatch(c -> named.contains(territory(c)));
        return context.isPlace(name, words, at, territoryNamed);
    }

    /** Of places with one name, those in the territory that the message names; else all. */
    private List<String> choices(List<Name> same, Set<String> named) {
        List<String> all =
                same.stream().flatMap(n -> n.codes().stream()).distinct().toList();
        List<String> agreed =
                all.stream().filter(c -> named.contains(territory(c))).toList();
        return agreed.isEmpty() ? all : agreed;
    }

    static String territory(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    private static String shown(List<Word> words, int from, int length) {
        StringBuilder out = new StringBuilder();
        words.subList(from, from + length)
                .forEach(w -> out.append(out.isEmpty() ? "" : " ").append(w.shown()));
        return out.toString();
    }
}
