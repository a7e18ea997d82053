package ru.otklik.cli.detect;

import java.io.PrintStream;

/** Says what is being done, with the seconds since the start. */
final class Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final int ROWS = 2_000;

    private final PrintStream err;
    private final long start = System.nanoTime();

    Progress(PrintStream err) {
        this.err = err;
    }

    void say(String what) {
        err.printf("[%d с] %s%n", (System.nanoTime() - start) / SECOND, what);
    }

    void rows(int done, int all) {
        if (done % ROWS == 0) {
            say("строк %d из %d".formatted(done, all));
        }
    }
}
