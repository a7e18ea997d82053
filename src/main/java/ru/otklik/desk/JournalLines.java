package ru.otklik.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile.Entry;
import ru.otklik.casework.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal in words. */
@Component
public class JournalLines {

    public record Line(int number, String at, String person, String title, List<String> details) {}

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("reason", "Причина");
        LABELS.put("note", "Примечание");
        LABELS.put("question", "Вопрос");
        LABELS.put("remark", "Замечания");
        LABELS.put("remarks", "Замечания");
        LABELS.put("draft", "Версия проекта");
        LABELS.put("of", "Инцидент №");
        LABELS.put("event", "Событие №");
        LABELS.put("url", "Ссылка");
    }

    private final JsonMapper json;
    private final Titles titles;

    JournalLines(JsonMapper json, Titles titles) {
        this.json = json;
        this.titles = titles;
    }

    List<Line> of(List<Entry> journal) {
        return journal.stream()
                .map(e -> {
                    JsonNode body = body(e);
                    return new Line(e.number(), titles.moment(e.at()), e.personName(), title(e, body), details(body));
                })
                .toList();
    }

    /** The newest fact of that kind that is such. */
    Optional<JsonNode> last(List<Entry> journal, Class<? extends Fact> kind, Predicate<JsonNode> such) {
        return journal.stream()
                .filter(e -> e.fact().equals(kind.getSimpleName()))
                .map(this::body)
                .filter(such)
                .reduce((a, b) -> b);
    }

    /** What the fact says; empty when it cannot be read. */
    public JsonNode body(Entry e) {
        try {
            return json.readTree(e.body()).path("fact");
        } catch (JacksonException broken) {
            return json.createObjectNode();
        }
    }

    /** By its own name, when this version of the program does not know the fact. */
    private String title(Entry e, JsonNode body) {
        try {
            for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
                if (fact.getSimpleName().equals(e.fact())) {
                    return ((Fact) json.treeToValue(body, fact)).title();
                }
            }
            return e.fact();
        } catch (JacksonException unreadable) {
            return e.fact();
        }
    }

    private List<String> details(JsonNode body) {
        var lines = new ArrayList<String>();
        Stream.of("lead", "authority")
                .filter(name -> body.path(name).isIntegralNumber())
                .forEach(name -> lines.add(titles.authority(body.path(name).intValue())));
        if (!body.path("coExecutors").isEmpty()) {
            var bodies = body.path("coExecutors").valueStream().map(n -> titles.authority(n.intValue()));
            lines.add("Соисполнители: " + String.join(", ", bodies.toList()));
        }
        if (!body.path("pictures").isEmpty()) {
            lines.add("Картинок: " + body.path("pictures").size());
        }
        JsonNode assessment = body.path("assessment");
        if (assessment.isObject()) {
            lines.add(titles.topic(assessment.path("topic").asString(null)) + "; "
                    + titles.place(assessment.path("place").asString(null)));
        }
        LABELS.forEach((name, label) -> {
            String value = body.path(name).asString("");
            if (!value.isEmpty()) {
                lines.add(label + ": " + value);
            }
        });
        return lines;
    }
}
