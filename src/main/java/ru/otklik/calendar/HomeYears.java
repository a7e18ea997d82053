package ru.otklik.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import ru.otklik.region.CalendarFile;
import ru.otklik.region.Region;
import ru.otklik.worktime.CalendarYear;

/**
 * The loaded years beside the product, in {@code calendar/<region>.yml} of its home: a copy of what the database says,
 * for {@code ./otklik deadline}, which has no database.
 */
public final class HomeYears {

    private HomeYears() {}

    /** As the product itself finds it. */
    public static Path home() {
        String given = System.getenv("OTKLIK_HOME");
        return Path.of(given == null || given.isBlank() ? "data" : given);
    }

    public static List<CalendarYear> read(Path home, Region region) {
        Path file = file(home, region);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var in = Files.newBufferedReader(file)) {
            return CalendarFile.years(file.toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all; no years leave no file. */
    static void write(Path home, Region region, Collection<CalendarYear> years) throws IOException {
        Path file = file(home, region);
        if (years.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), region.name(), ".new");
        Files.writeString(fresh, "# Пишет Отклик: годы, загруженные администратором.\n" + YearFile.text(years));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path home, Region region) {
        return home.resolve("calendar").resolve(region.name() + ".yml");
    }
}
