package ru.otklik.region;

import java.io.Reader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file that knows its line. Only text is read from it, no object is ever made by name, so a file from
 * a stranger can do no harm.
 */
final class YamlNode {

    private static final int MOST_CHARACTERS = 2_000_000;

    private final String file;
    private final Node node;
    /** What this is the value of; itself where there is no key. */
    private final Node key;

    private YamlNode(String file, Node node, Node key) {
        this.file = file;
        this.node = node;
        this.key = key;
    }

    /** @param file as it is named in errors */
    static YamlNode read(String file, Reader in) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(in);
            if (root == null) {
                throw new BadRegionFile(file, "файл пуст.");
            }
            return new YamlNode(file, root, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BadRegionFile(file, line, "это не YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            throw new BadRegionFile(file, "файл не читается: " + e.getMessage() + ".");
        }
    }

    /** The value of a key that must be there. */
    YamlNode get(String key) {
        return find(key).orElseThrow(() -> error("не указано «" + key + "»."));
    }

    Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** Refuses every key but these. */
    YamlNode only(String... keys) {
        Set<String> known = Set.of(keys);
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.errorAtKey("неизвестный ключ «%s»; допустимы: %s.".formatted(key, String.join(", ", keys)));
            }
        });
        return this;
    }

    /** In the order of the file; a key written twice is refused. */
    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("здесь нужны строки вида «ключ: значение».");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            var key = new YamlNode(file, tuple.getKeyNode(), tuple.getKeyNode());
            var value = new YamlNode(file, tuple.getValueNode(), tuple.getKeyNode());
            if (entries.put(key.text(), value) != null) {
                throw key.error("ключ «" + key.text() + "» написан дважды.");
            }
        }
        return entries;
    }

    List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("здесь нужен список.");
        }
        List<YamlNode> list = new ArrayList<>();
        sequence.getValue().forEach(item -> list.add(new YamlNode(file, item, item)));
        return list;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** As written, whatever YAML would take it for; an empty one is refused. */
    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank() || Tag.NULL.equals(node.getTag())) {
            throw error("здесь нужен текст.");
        }
        return scalar.getValue().strip();
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw error("«" + text() + "» — не целое число.");
        }
    }

    boolean flag() {
        return switch (text()) {
            case "да", "true" -> true;
            case "нет", "false" -> false;
            default -> throw error("«" + text() + "»: нужно «да» или «нет».");
        };
    }

    /** A constant, written in lower case with dashes. */
    <E extends Enum<E>> E oneOf(String what, Class<E> type) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            known.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        E found = known.get(text());
        if (found == null) {
            throw error(
                    "%s: непонятное «%s»; допустимы: %s.".formatted(what, text(), String.join(", ", known.keySet())));
        }
        return found;
    }

    /** The text through a reader such as {@code Term::parse}, whose refusal gets the file and the line. */
    <T> T as(Function<String, T> reader) {
        String text = text();
        return checked(() -> reader.apply(text));
    }

    /** What is made of this place; a refusal of its maker gets the file and the line. */
    <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (DateTimeException e) {
            throw error("такой даты или такого времени не бывает.");
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    BadRegionFile error(String reason) {
        return error(node, reason);
    }

    /** For a complaint about the whole entry: a map begins on the line after its key. */
    BadRegionFile errorAtKey(String reason) {
        return error(key, reason);
    }

    private BadRegionFile error(Node at, String reason) {
        return new BadRegionFile(file, at.getStartMark().getLine() + 1, reason);
    }
}
