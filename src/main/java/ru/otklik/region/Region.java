package ru.otklik.region;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Regulations;

/**
 * The files of one region, for every module that reads any: {@code <name>/…} in the directory that {@code
 * OTKLIK_REGION_DIR} names; what is not there comes from {@code regions/<name>/…} of the application. A calendar {@code
 * calendars/….yml} in the region's own directory goes before the application's.
 */
public final class Region {

    private static final String DEFAULT = "stavropol";

    private final String name;
    private final @Nullable Path directory;

    private Region(String name, @Nullable Path regions) {
        this.name = name(name);
        this.directory = regions == null ? null : regions.resolve(name);
    }

    /** {@code OTKLIK_REGION}, or Stavropol Krai; for a command that needs no settings but these. */
    public static Region configured() {
        return of(System.getenv("OTKLIK_REGION"), System.getenv("OTKLIK_REGION_DIR"));
    }

    public static Region named(String name) {
        return of(name, System.getenv("OTKLIK_REGION_DIR"));
    }

    /** What is blank is not set. */
    static Region of(@Nullable String name, @Nullable String regions) {
        Path directory = regions == null || regions.isBlank() ? null : Path.of(regions.strip());
        if (directory != null && !Files.isDirectory(directory)) {
            throw new BadRegionFile(directory.toString(), "такой папки нет. Проверьте OTKLIK_REGION_DIR.");
        }
        return new Region(name == null || name.isBlank() ? DEFAULT : name.strip(), directory);
    }

    /** @param regions a directory of regions */
    public static Region in(Path regions, String name) {
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

    /** A file of the region that must be there, as text. */
    public Reader open(String file) {
        return find(file)
                .orElseThrow(() -> new BadRegionFile(
                        place(file),
                        "файла нет или он не читается. Проверьте имя региона, его папку и имена его файлов."));
    }

    /** The same for a file that a region may do without. */
    public Optional<Reader> find(String file) {
        return own(file).or(() -> application("regions/" + name + "/" + file));
    }

    YamlNode yaml(String file) {
        return read(place(file), open(file));
    }

    private YamlNode calendar(String file) {
        Reader in = own(file)
                .or(() -> application(file))
                .orElseThrow(() -> new BadRegionFile(file, "такого календаря нет ни у региона, ни в приложении."));
        return read(file, in);
    }

    private static YamlNode read(String place, Reader in) {
        try (in) {
            return YamlNode.read(place, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is named in errors. */
    private String place(String file) {
        return directory == null
                ? "regions/" + name + "/" + file
                : directory.resolve(file).toString();
    }

    private Optional<Reader> own(String file) {
        if (directory == null || !Files.isReadable(directory.resolve(file))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newBufferedReader(directory.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Reader> application(String resource) {
        return Optional.ofNullable(Region.class.getClassLoader().getResourceAsStream(resource))
                .map(in -> new InputStreamReader(in, StandardCharsets.UTF_8));
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
