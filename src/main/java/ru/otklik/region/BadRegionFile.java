package ru.otklik.region;

/** A file of the region cannot be used. The message names the file, the line and what to do, in Russian. */
public final class BadRegionFile extends RuntimeException {

    BadRegionFile(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }

    BadRegionFile(String file, String reason) {
        super(file + ": " + reason);
    }
}
