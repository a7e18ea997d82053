package ru.otklik.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The two-level list of topics of a region. */
public final class Rubric {

    public record Group(String code, String title, List<Topic> topics, String words) {
        /** Takes the messages in which only the group is recognised. */
        Topic rest() {
            return topics.stream()
                    .filter(t -> t.code().endsWith(".other"))
                    .findFirst()
                    .orElse(topics.get(0));
        }
    }

    public record Topic(String code, String title, String group, String words) {}

    private final List<Group> groups;
    private final Map<String, Topic> byCode = new HashMap<>();
    private final Map<String, Topic> byTitle = new HashMap<>();

    private Rubric(List<Group> groups) {
        this.groups = List.copyOf(groups);
        topics().forEach(t -> {
            byCode.put(t.code(), t);
            byTitle.put(t.title().toLowerCase(Locale.ROOT), t);
        });
    }

    static Rubric of(RegionFiles files) {
        return new Rubric(RegionFiles.list(files.yaml("topics.yml"), "groups")
                .map(Rubric::group)
                .toList());
    }

    private static Group group(Map<String, Object> g) {
        String code = RegionFiles.text(g, "code");
        List<Topic> topics = RegionFiles.list(g, "topics")
                .map(t -> new Topic(
                        RegionFiles.text(t, "code"), RegionFiles.text(t, "title"), code, RegionFiles.text(t, "words")))
                .toList();
        return new Group(code, RegionFiles.text(g, "title"), topics, RegionFiles.text(g, "words"));
    }

    public List<Group> groups() {
        return groups;
    }

    public List<Topic> topics() {
        return groups.stream().flatMap(g -> g.topics().stream()).toList();
    }

    /** The topic of this title. */
    Optional<Topic> named(String title) {
        return Optional.ofNullable(byTitle.get(title.toLowerCase(Locale.ROOT)));
    }

    public Optional<Topic> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
