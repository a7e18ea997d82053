package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ru.otklik.detection.text.Reading;

/** What was learned of obscene, insulting and threatening messages. Any number of threads may ask it. */
public final class Spotter {

    /** From it on a message is taken for one. */
    public static final double LIKELY = 0.5;

    private static final List<String> LABELS = List.of("0", "1");

    private final Vocabulary vocabulary;
    private final Chooser chooser;

    private Spotter(Vocabulary vocabulary, Chooser chooser) {
        this.vocabulary = vocabulary;
        this.chooser = chooser;
    }

    public static Spotter learn(List<Example> examples, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> e.toxic() != null).toList();
        Vocabulary vocabulary = Vocabulary.of(
                Vocabulary.Measure.TONE, read.size(), i -> grams(read.get(i).text()));
        Rows vectors = Rows.of(
                read.size(), i -> vocabulary.read(grams(read.get(i).text())).vector());
        int[] label = read.stream()
                .mapToInt(e -> Objects.requireNonNull(e.toxic()) ? 1 : 0)
                .toArray();
        Task task = new Task(
                Task.Of.TONE,
                LABELS,
                Rows.of(0, vectors::get),
                vectors,
                label,
                vocabulary.size(),
                vocabulary.words(),
                vocabulary.signs());
        return new Spotter(
                vocabulary, Chooser.learn(task, () -> progress.accept("тон")).chooser());
    }

    private static Grams grams(String text) {
        return grams(Reading.of(text), text);
    }

    private static Grams grams(Reading reading, String raw) {
        return Grams.ofTone(reading.words(), raw);
    }

    public double spot(String text) {
        return spot(Reading.of(text), text);
    }

    /** The probability that a person would call the message obscene, insulting or threatening. */
    public double spot(Reading reading, String raw) {
        return chooser.shares(vocabulary.read(grams(reading, raw)).vector())[1];
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        chooser.write(out);
    }

    static Spotter read(DataInput in) throws IOException {
        return new Spotter(Vocabulary.read(in), Chooser.read(in));
    }
}
