package ru.otklik.calendar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import ru.otklik.calendar.LoadRows.LoadedYear;
import ru.otklik.region.Region;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.worktime.WorkingHours;
import ru.otklik.worktime.WorkingTime;

/**
 * The working time that counts now: the region's files with the loaded years. A read is one volatile load; what another
 * process has loaded is seen within {@link #FRESH}. No reader ever waits for another who looks into the database.
 */
@Component
public class WorkingTimes {

    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(WorkingTimes.class);

    @ConfigurationProperties("otklik")
    record Home(Path home) {}

    /**
     * @param last number of the last load that is in it
     * @param byHours compiled once for each timetable; there are a handful
     */
    private record Known(
            long last, WorkingTimeSettings settings, List<LoadedYear> loaded, Map<String, WorkingTime> byHours) {}

    private final WorkingTimeSettings files;
    private final LoadRows rows;
    private final Region region;
    private final Path home;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Known known;
    private volatile long lookedAt;

    @Autowired
    WorkingTimes(WorkingTimeSettings files, LoadRows rows, Region region, Home home) {
        this(files, rows, region, home, System::nanoTime);
    }

    WorkingTimes(WorkingTimeSettings files, LoadRows rows, Region region, Home home, LongSupplier nanos) {
        this.files = files;
        this.rows = rows;
        this.region = region;
        this.home = home.home();
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
        this.known = read(rows.last());
    }

    public WorkingTimeSettings current() {
        return known().settings;
    }

    /** @param hours of an authority; null: those of the centre */
    public WorkingTime of(@Nullable String hours) {
        Known now = known();
        return now.byHours.computeIfAbsent(
                hours == null ? "" : hours,
                h -> WorkingTime.of(
                        now.settings.calendar(),
                        h.isEmpty() ? now.settings.hours() : WorkingHours.parse(h),
                        now.settings.zone()));
    }

    List<LoadedYear> loaded() {
        return known().loaded;
    }

    WorkingTimeSettings files() {
        return files;
    }

    /** After a load of this process is committed. */
    void loadedHere() {
        lock.lock();
        try {
            look();
        } finally {
            lock.unlock();
        }
    }

    private Known known() {
        if (nanos.getAsLong() - lookedAt >= FRESH.toNanos() && lock.tryLock()) {
            try {
                look();
            } catch (DataAccessException e) {
                // without the database nothing is stored anyway; pages that say so must still open
                log.warn("The calendar is as it was: {}", e.getMessage());
            } finally {
                lock.unlock();
            }
        }
        return known;
    }

    private void look() {
        lookedAt = nanos.getAsLong();
        long last = rows.last();
        if (last != known.last) {
            known = read(last);
            log.info("The calendar is now {}", known.settings.calendar().version());
        }
    }

    /** @param last what was committed before the reading; a later load is read too, and once more the next time */
    private Known read(long last) {
        List<LoadedYear> loaded = rows.list();
        var years = loaded.stream().map(LoadedYear::year).toList();
        WorkingTimeSettings settings = files.with(years);
        try {
            HomeYears.write(home, region, years);
        } catch (IOException e) {
            log.warn("./otklik deadline will not know the loaded years: {}", e.toString());
        }
        return new Known(last, settings, loaded, new ConcurrentHashMap<>());
    }
}
