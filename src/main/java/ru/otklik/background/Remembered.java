package ru.otklik.background;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is read far more often than it changes, kept in memory. A change made here shows at once; one made by another
 * process when what is known is no longer fresh. Nobody ever waits for another reader: who waits may hold a connection of
 * the pool, and who reads may need one.
 */
public final class Remembered<T> {

    /** @param change number of the last change that was known before the reading began */
    private record Aged<T>(T value, long at, long change) {}

    private final Supplier<T> source;
    private final Duration fresh;
    private final LongSupplier nanos;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Aged<T> aged;

    public Remembered(Supplier<T> source, Duration fresh, LongSupplier nanos) {
        this.source = source;
        this.fresh = fresh;
        this.nanos = nanos;
    }

    public T current() {
        Aged<T> known = aged;
        if (known != null && known.change != changes.get()) {
            known = null;
        }
        if (known != null && nanos.getAsLong() - known.at < fresh.toNanos()) {
            return known.value;
        }
        if (reading.tryLock()) {
            try {
                return read();
            } finally {
                reading.unlock();
            }
        }
        // somebody reads it anew at this moment: what is only old serves, what has changed is read beside
        return known != null ? known.value : source.get();
    }

    private T read() {
        long change = changes.get();
        long at = nanos.getAsLong();
        T value = source.get();
        aged = new Aged<>(value, at, change);
        return value;
    }

    /** Call after every change; inside a transaction the world outside sees the change when it is committed. */
    public void changed() {
        changes.incrementAndGet();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    changes.incrementAndGet();
                }
            });
        }
    }
}
