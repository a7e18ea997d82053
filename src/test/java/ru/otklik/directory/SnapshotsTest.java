package ru.otklik.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private final Snapshots snapshots = new Snapshots(
            () -> {
                readings.incrementAndGet();
                return Snapshots.of(List.of(), List.of());
            },
            nanos::get);

    @Test
    void many_reads_within_three_seconds_are_one_query() {
        for (int i = 0; i < 100; i++) {
            snapshots.current();
        }
        nanos.addAndGet(Snapshots.FRESH.toNanos() - 1);
        snapshots.current();
        assertThat(readings).hasValue(1);
    }

    @Test
    void what_another_process_changed_is_seen_when_the_snapshot_is_old() {
        snapshots.current();
        nanos.addAndGet(Snapshots.FRESH.toNanos());
        snapshots.current();
        assertThat(readings).hasValue(2);
    }

    @Test
    void a_change_made_here_is_seen_by_the_next_read() {
        snapshots.current();
        snapshots.changed();
        snapshots.current();
        assertThat(readings).hasValue(2);
    }
}
