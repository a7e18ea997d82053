package ru.otklik.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Stands still until a test moves it. */
public class MovableClock extends Clock {

    public static final Instant FRI_20_NOV_16_30 = ZonedDateTime.of(
                    2026, 11, 20, 16, 30, 0, 0, ZoneId.of("Europe/Moscow"))
            .toInstant();

    private volatile Instant now = FRI_20_NOV_16_30;

    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
