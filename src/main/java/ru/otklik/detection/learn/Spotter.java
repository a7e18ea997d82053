package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.text.Reading;

/** What was learned of one quality that a message has or has not. Any number of threads may ask it. */
public final class Spotter {

    /** The quality. */
    public enum Sense {
        /** Obscene, insulting or threatening. */
        TONE(Task.Of.TONE, Vocabulary.Measure.TONE),
        /** Waits for an answer. */
        RESPONSE(Task.Of.RESPONSE, Vocabulary.Measure.MATTER);

        private final Task.Of of;
        private final Vocabulary.Measure measure;

        Sense(Task.Of of, Vocabulary.Measure measure) {
            this.of = of;
            this.measure = measure;
        }

        /** What people said; null: nothing. */
        public @Nullable Boolean of(Example e) {
            return this == TONE ? e.toxic() : e.asks();
        }

        private Grams grams(Reading reading, String raw, List<String> signs) {
            return this == TONE ? Grams.ofTone(reading.words(), raw) : Grams.of(reading.words(), raw, signs);
        }
    }

    /** From it on a message is taken for one. */
    public static final double LIKELY = 0.5;

    private static final List<String> LABELS = List.of("0", "1");

    private final Sense sense;
    private final Vocabulary vocabulary;
    private final Chooser chooser;

    private Spotter(Sense sense, Vocabulary vocabulary, Chooser chooser) {
        this.sense = sense;
        this.vocabulary = vocabulary;
        this.chooser = chooser;
    }

    /** @param signs what is known of a message beside its words; nothing of its tone */
    public static Spotter learn(
            Sense sense, List<Example> examples, Function<String, List<String>> signs, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> sense.of(e) != null).toList();
        Grams[] grams = new Grams[read.size()];
        for (int i = 0; i < grams.length; i++) {
            String text = read.get(i).text();
            grams[i] = sense.grams(Reading.of(text), text, sense == Sense.TONE ? List.of() : signs.apply(text));
        }
        Vocabulary vocabulary = Vocabulary.of(sense.measure, grams.length, i -> grams[i]);
        Rows vectors = Rows.of(grams.length, i -> vocabulary.read(grams[i]).vector());
        int[] label = read.stream()
                .mapToInt(e -> Objects.requireNonNull(sense.of(e)) ? 1 : 0)
                .toArray();
        Task task = new Task(
                sense.of,
                LABELS,
                Rows.of(0, vectors::get),
                vectors,
                label,
                vocabulary.size(),
                vocabulary.words(),
                vocabulary.signs());
        String step = sense == Sense.TONE ? "тон" : "нужен ли ответ";
        return new Spotter(
                sense,
                vocabulary,
                Chooser.learn(task, () -> progress.accept(step)).chooser());
    }

    public double spot(String text, List<String> signs) {
        return spot(Reading.of(text), text, signs);
    }

    /** The probability that a person would say that the message has the quality. */
    public double spot(Reading reading, String raw, List<String> signs) {
        return chooser.shares(vocabulary.read(sense.grams(reading, raw, signs)).vector())[1];
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(sense.ordinal());
        vocabulary.write(out);
        chooser.write(out);
    }

    static Spotter read(DataInput in) throws IOException {
        return new Spotter(Sense.values()[in.readUnsignedByte()], Vocabulary.read(in), Chooser.read(in));
    }
}
