package ru.otklik.detection;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import ru.otklik.detection.text.WordSet;
import ru.otklik.region.Region;

/** The data of a region, and the lists of words that serve every region and that a region may replace. */
public final class RegionFiles {

    private final Region region;

    public RegionFiles(Region region) {
        this.region = region;
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> yaml(String name) {
        try (Reader in = open(name)) {
            return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reader open(String name) {
        return region.find(name)
                .or(() -> Optional.ofNullable(
                                RegionFiles.class.getClassLoader().getResourceAsStream("detection/" + name))
                        .map(in -> new InputStreamReader(in, StandardCharsets.UTF_8)))
                .orElseGet(() -> region.open(name)); // says which file is missing
    }

    /** The maps of a list in a file; none when the list is absent. */
    @SuppressWarnings("unchecked")
    public static Stream<Map<String, Object>> list(Map<String, Object> map, String key) {
        return ((List<Map<String, Object>>) map.getOrDefault(key, List.of())).stream();
    }

    public static List<String> texts(Map<String, Object> map, String key) {
        return ((List<?>) map.getOrDefault(key, List.of()))
                .stream().map(String::valueOf).toList();
    }

    public static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("В данных региона нет поля «" + key + "»: " + map);
        }
        return String.valueOf(value);
    }

    /** A list of words with commas. */
    public static WordSet words(Map<String, Object> map, String key) {
        return new WordSet(text(map, key));
    }

    /** A list of beginnings of words; empty when it is absent. */
    public static WordSet beginnings(Map<String, Object> map, String key) {
        return new WordSet(texts(map, key).stream().map(b -> b + "*").collect(Collectors.joining(",")));
    }

    public static double number(Map<String, Object> map, String key) {
        return Double.parseDouble(text(map, key));
    }
}
