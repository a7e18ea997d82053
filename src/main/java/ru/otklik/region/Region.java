package ru.otklik.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Regulations;

/**
 * The files of one region: {@code <name>/…} in the directory that {@code OTKLIK_REGION_DIR} names, or else {@code
 * regions/<name>/…} of the application. A calendar {@code calendars/….yml} in the region's own directory goes before the
 * application's.
 */
public final class Region {

    private static final String DEFAULT = "stavropol";

    private final String name;
    private final @Nullable Path directory;

    private Region(String name, @Nullable Path regions) {
        this.name = name(name);
        this.directory = regions == null ? null : regions.resolve(name);
    }

    /** {@code OTKLIK_REGION}, or Stavropol Krai. */
    public static Region configured() {
        String name = System.getenv("OTKLIK_REGION");
        return named(name == null || name.isBlank() ? DEFAULT : name);
    }

    public static Region named(String name) {
        String regions = System.getenv("OTKLIK_REGION_DIR");
        return new Region(name, regions == null || regions.isBlank() ? null : Path.of(regions));
    }

    static Region in(Path regions, String name) {
        return new Region(name, regions);
    }

    public String name() {
        return name;
    }

    public WorkingTimeSettings workingTime() {
        return WorkingTimeFile.read(
                yaml("working-time.yml"), calendar -> CalendarFile.read(calendar("calendars/" + calendar + ".yml")));
    }

    /** All regulation files of the region, read and checked now; the caller keeps them. */
    public Regulations regulations() {
        return RegionRegulations.read(this);
    }

    /** A file of the region that must be there. */
    YamlNode yaml(String file) {
        if (directory != null) {
            return open(directory.resolve(file));
        }
        return open("regions/" + name + "/" + file);
    }

    private YamlNode calendar(String file) {
        if (directory != null && Files.exists(directory.resolve(file))) {
            return open(directory.resolve(file));
        }
        return open(file);
    }

    private static YamlNode open(Path path) {
        if (!Files.isReadable(path)) {
            throw new BadRegionFile(path.toString(), "файла нет или он не читается.");
        }
        try (var in = Files.newInputStream(path)) {
            return YamlNode.read(path.toString(), new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlNode open(String resource) {
        try (InputStream in = Region.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new BadRegionFile(
                        resource, "такого файла в приложении нет. Проверьте имя региона и имена его файлов.");
            }
            return YamlNode.read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that is safe as a part of a path. */
    static String name(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException(
                    "Имя «%s» не годится: нужны строчные латинские буквы, цифры и дефис.".formatted(name));
        }
        return name;
    }
}
