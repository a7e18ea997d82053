package ru.otklik.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Where the data of a region are read from: the class path, or a directory that an administrator fills. */
final class RegionFiles {

    private final String region;
    private final @Nullable Path directory;

    private RegionFiles(String region, @Nullable Path directory) {
        this.region = region;
        this.directory = directory;
    }

    static RegionFiles ofRegion(String code) {
        return new RegionFiles(code, null);
    }

    /** A file that the directory lacks is taken from the region that comes with the program. */
    static RegionFiles of(Path directory, String region) {
        return new RegionFiles(region, directory);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> yaml(String name) {
        try (Reader in = open(name)) {
            return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reader open(String name) throws IOException {
        if (directory != null && Files.exists(directory.resolve(name))) {
            return Files.newBufferedReader(directory.resolve(name));
        }
        for (String place : List.of("regions/" + region + "/" + name, "detection/" + name)) {
            InputStream in = RegionFiles.class.getClassLoader().getResourceAsStream(place);
            if (in != null) {
                return new InputStreamReader(in, StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException(
                "Нет файла «" + name + "» региона «" + region + "». Положите его в каталог региона.");
    }

    /** The maps of a list in a file; none when the list is absent. */
    @SuppressWarnings("unchecked")
    static Stream<Map<String, Object>> list(Map<String, Object> map, String key) {
        return ((List<Map<String, Object>>) map.getOrDefault(key, List.of())).stream();
    }

    static List<String> texts(Map<String, Object> map, String key) {
        return ((List<?>) map.getOrDefault(key, List.of()))
                .stream().map(String::valueOf).toList();
    }

    static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("В данных региона нет поля «" + key + "»: " + map);
        }
        return String.valueOf(value);
    }

    static double number(Map<String, Object> map, String key) {
        return Double.parseDouble(text(map, key));
    }
}
