package ru.otklik.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes turns at some work in threads of its own, from the start of the product to its end. A turn claims its work in
 * the database, so that the threads of all nodes share it; one that fails is logged, and the next goes on.
 */
public final class Loop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final int threads;
    private final Duration pause;
    private final BooleanSupplier turn;
    private final List<Thread> running = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile boolean on;

    /**
     * @param pause between turns that found nothing to do
     * @param turn true: there was something to do, and there may be more
     */
    public Loop(String name, int threads, Duration pause, BooleanSupplier turn) {
        this.name = name;
        this.threads = threads;
        this.pause = pause;
        this.turn = turn;
    }

    @Override
    public void start() {
        on = true;
        for (int i = 1; i <= threads; i++) {
            var thread = new Thread(this::run, name + "-" + i);
            thread.setDaemon(true);
            running.add(thread);
            thread.start();
        }
    }

    private void run() {
        while (on) {
            if (!taken()) {
                rest();
            }
        }
    }

    private boolean taken() {
        try {
            return turn.getAsBoolean();
        } catch (RuntimeException e) {
            log.error("A turn of {} failed", name, e);
            return false;
        }
    }

    private void rest() {
        lock.lock();
        try {
            if (on) {
                long left = stopped.awaitNanos(pause.toNanos());
                log.trace("{} rested, {} ns left", name, left);
            }
        } catch (InterruptedException e) {
            on = false;
        } finally {
            lock.unlock();
        }
    }

    /** A turn may be in the middle of a call to a network: it is let end. */
    @Override
    public void stop() {
        on = false;
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        long end = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : running) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread.interrupt();
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    /** After the web server is up: the sandbox is a network that answers from there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
