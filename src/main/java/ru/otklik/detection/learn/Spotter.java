package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.text.Reading;
import ru.otklik.regulation.Importance;

/** What was learned of one quality of a message. Any number of threads may ask it. */
public final class Spotter {

    /** The quality. */
    public enum Sense {
        /** Whether it is obscene, insulting or threatening. */
        TONE("Тон", Task.Of.TONE, Vocabulary.Measure.TONE, Label.NO, Label.YES),
        /** Whether it waits for an answer. */
        RESPONSE("Нужен ли ответ", Task.Of.RESPONSE, Vocabulary.Measure.MATTER, Label.NO, Label.YES),
        /** A significant message that is missed is worse than one that is looked at for nothing. */
        IMPORTANCE(
                "Важность",
                Task.Of.IMPORTANCE,
                Vocabulary.Measure.MATTER,
                new Label(Importance.ORDINARY.name(), 0),
                new Label(Importance.ELEVATED.name(), 0.5),
                new Label(Importance.SIGNIFICANT.name(), 0.25));

        /** @param from it is chosen when its share and those of all behind it are so large together */
        private record Label(String name, double from) {
            static final Label NO = new Label("0", 0);
            static final Label YES = new Label("1", 0.5);
        }

        private final String title;
        private final Task.Of of;
        private final Vocabulary.Measure measure;
        private final List<Label> labels;

        Sense(String title, Task.Of of, Vocabulary.Measure measure, Label... labels) {
            this.title = title;
            this.of = of;
            this.measure = measure;
            this.labels = List.of(labels);
        }

        public String title() {
            return title;
        }

        /** What can be said of it, in the order of the shares. */
        List<String> labels() {
            return labels.stream().map(Label::name).toList();
        }

        /** The number of the label to propose. */
        public int chosen(float[] shares) {
            double sum = 0;
            for (int i = shares.length - 1; i > 0; i--) {
                sum += shares[i];
                if (sum > labels.get(i).from()) {
                    return i;
                }
            }
            return 0;
        }

        /** The label of that number. */
        public String label(int number) {
            return labels.get(number).name();
        }

        /** What people said; null: nothing. */
        public @Nullable String of(Example e) {
            return switch (this) {
                case TONE -> e.toxic() == null ? null : said(e.toxic());
                case RESPONSE -> e.asks() == null ? null : said(e.asks());
                case IMPORTANCE ->
                    e.importance() == null ? null : e.importance().name();
            };
        }

        /** The label of a quality that a message has or has not. */
        public static String said(boolean is) {
            return (is ? Label.YES : Label.NO).name();
        }

        private Grams grams(Reading reading, String raw, List<String> signs) {
            return this == TONE ? Grams.ofTone(reading.words(), raw) : Grams.of(reading.words(), raw, signs);
        }
    }

    private final Sense sense;
    private final Vocabulary vocabulary;
    private final Chooser chooser;
    private final int support;

    private Spotter(Sense sense, Vocabulary vocabulary, Chooser chooser, int support) {
        this.sense = sense;
        this.vocabulary = vocabulary;
        this.chooser = chooser;
        this.support = support;
    }

    /** So many messages it has seen of the label that fewest have: of few it tells little. */
    public int support() {
        return support;
    }

    /** @param signs what is known of a message beside its words */
    public static Spotter learn(
            Sense sense, List<Example> examples, Function<String, List<String>> signs, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> sense.of(e) != null).toList();
        Grams[] grams = new Grams[read.size()];
        for (int i = 0; i < grams.length; i++) {
            String text = read.get(i).text();
            grams[i] = sense.grams(Reading.of(text), text, signs.apply(text));
        }
        Vocabulary vocabulary = Vocabulary.of(sense.measure, grams.length, i -> grams[i]);
        Rows vectors = Rows.of(grams.length, i -> vocabulary.read(grams[i]).vector());
        List<String> labels = sense.labels();
        int[] label = read.stream()
                .mapToInt(e -> labels.indexOf(Objects.requireNonNull(sense.of(e))))
                .toArray();
        Task task = new Task(
                sense.of,
                labels,
                Rows.of(0, vectors::get),
                vectors,
                label,
                vocabulary.size(),
                vocabulary.words(),
                vocabulary.signs());
        return new Spotter(
                sense,
                vocabulary,
                Chooser.learn(task, () -> progress.accept(sense.title.toLowerCase(Locale.ROOT)))
                        .chooser(),
                (int) IntStream.range(0, labels.size())
                        .mapToLong(l -> IntStream.of(label).filter(x -> x == l).count())
                        .min()
                        .orElse(0));
    }

    /** The probability that a person would say each of the labels of the quality, and how the message was seen. */
    public Opinion judge(Reading reading, String raw, List<String> signs) {
        Text text = vocabulary.read(sense.grams(reading, raw, signs));
        return new Opinion(chooser.shares(text.vector()), text);
    }

    public Opinion judge(String text, List<String> signs) {
        return judge(Reading.of(text), text, signs);
    }

    /** The places of the words that spoke most for a label, the heaviest first. */
    public List<Integer> heaviest(Opinion opinion, int label, int most) {
        return opinion.text().heaviest(feature -> chooser.weight(feature, label), most);
    }

    /** @param text as the machine saw it */
    public record Opinion(float[] shares, Text text) {}

    /** That of a quality that a message has or has not: that it has it. */
    public double yes(Reading reading, String raw, List<String> signs) {
        return judge(reading, raw, signs).shares()[1];
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(sense.ordinal());
        vocabulary.write(out);
        chooser.write(out);
        out.writeInt(support);
    }

    static Spotter read(DataInput in) throws IOException {
        return new Spotter(Sense.values()[in.readUnsignedByte()], Vocabulary.read(in), Chooser.read(in), in.readInt());
    }
}
