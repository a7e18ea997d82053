package ru.otklik.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may be proposed to lead, and whom people chose so far. Asked for every message: it answers from memory. */
@FunctionalInterface
public interface KnownAuthorities {

    /**
     * @param subjects codes of topics and of groups, each with where it is this authority's business: the codes of
     *     territories; {@link #EVERYWHERE} for the whole region
     */
    record Body(String code, String title, Map<String, List<String>> subjects) {}

    /** @param count how many messages of one topic and one territory people routed to it */
    record Precedent(String authority, int count) {}

    String EVERYWHERE = "";

    /** Those that work. */
    List<Body> list();

    /**
     * What people decided lately.
     *
     * @param territory empty when the message named none
     */
    default List<Precedent> precedents(String topic, Optional<String> territory) {
        return List.of();
    }

    /** As authorities.yml says. */
    static KnownAuthorities ofFile(RegionFiles files) {
        List<Body> bodies = RegionFiles.list(files.yaml("authorities.yml"), "authorities")
                .map(KnownAuthorities::body)
                .toList();
        return () -> bodies;
    }

    private static Body body(Map<String, Object> a) {
        List<String> where = List.of(String.valueOf(a.getOrDefault("territory", EVERYWHERE)));
        Map<String, List<String>> subjects = new HashMap<>();
        RegionFiles.texts(a, "competence").forEach(s -> subjects.put(s, where));
        return new Body(RegionFiles.text(a, "code"), RegionFiles.text(a, "title"), subjects);
    }
}
