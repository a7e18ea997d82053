package ru.otklik.kernel;

import java.util.function.Consumer;
import java.util.function.Function;

/** What came of an attempt: a value, or a {@link Refusal}. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused) {
            return done.apply(value);
        }
    }

    record Refused<T>(Refusal refusal) implements Outcome<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }

    <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused);

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(String code, String sentence) {
        return new Refused<>(new Refusal(code, sentence));
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
        return fold(v -> Outcome.<R>done(f.apply(v)), Outcome::refused);
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> f) {
        return fold(f, Outcome::refused);
    }

    /** The value; a refusal here is a bug of the caller. */
    default T get() {
        return fold(v -> v, r -> {
            throw new IllegalStateException(r.sentence());
        });
    }

    default void ifRefused(Consumer<Refusal> c) {
        fold(v -> null, r -> {
            c.accept(r);
            return null;
        });
    }
}
