package ru.otklik.detection.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.text.Reading;

/** What was learned of topics and authorities. Any number of threads may ask it. */
public final class Assessor {

    private final Vocabulary vocabulary;
    private final Chooser topics;
    private final @Nullable Chooser authorities;
    /** Of each topic, the group that it was in most often; empty: none was named. */
    private final List<String> groups;

    private Assessor(Vocabulary vocabulary, Chooser topics, @Nullable Chooser authorities, List<String> groups) {
        this.groups = groups;
        this.vocabulary = vocabulary;
        this.topics = topics;
        this.authorities = authorities;
    }

    /** @param signs what is known of a message beside its words */
    public static Assessor learn(
            List<Example> examples, Function<String, List<String>> signs, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> e.topic() != null).toList();
        Vocabulary vocabulary = Vocabulary.of(
                Vocabulary.Measure.MATTER, read.size(), i -> grams(read.get(i).text(), signs));
        progress.accept("слов и частей слов: " + vocabulary.size());
        Rows vectors = Rows.of(
                read.size(),
                i -> vocabulary.read(grams(read.get(i).text(), signs)).vector());
        Task ofTopics = task(Task.Of.TOPIC, read, Example::topic, vocabulary, signs, vectors, vocabulary.size());
        List<String> groups = groups(read, ofTopics);
        Chooser.Learned topics = Chooser.learn(ofTopics, () -> progress.accept("темы"));
        if (!read.stream().allMatch(e -> e.authority() != null)) {
            return new Assessor(vocabulary, topics.chooser(), null, groups);
        }
        Rows knowing =
                Rows.of(read.size(), i -> vectors.get(i).with(topics.unseen(i, vectors.get(i)), vocabulary.size()));
        int width = vocabulary.size() + ofTopics.classes();
        Task ofAuthorities =
                task(Task.Of.AUTHORITY, read, Example::authority, vocabulary, r -> List.of(), knowing, width);
        Chooser.Learned authorities = Chooser.learn(ofAuthorities, () -> progress.accept("органы власти"));
        return new Assessor(vocabulary, topics.chooser(), authorities.chooser(), groups);
    }

    private static Grams grams(String text, Function<String, List<String>> signs) {
        return Grams.of(Reading.of(text).words(), text, signs.apply(text));
    }

    private static Task task(
            Task.Of of,
            List<Example> read,
            Function<Example, @Nullable String> said,
            Vocabulary vocabulary,
            Function<String, List<String>> signs,
            Rows vectors,
            int width) {
        List<String> labels = List.copyOf(new TreeSet<>(
                read.stream().map(said).map(Objects::requireNonNull).toList()));
        Rows names = Rows.of(labels.size(), i -> name(labels.get(i), vocabulary, signs));
        int[] label = read.stream().mapToInt(e -> labels.indexOf(said.apply(e))).toArray();
        return new Task(of, labels, names, vectors, label, width, vocabulary.words(), vocabulary.signs());
    }

    private static Sparse name(String label, Vocabulary vocabulary, Function<String, List<String>> signs) {
        return vocabulary
                .read(Grams.ofName(Reading.of(label).words(), signs.apply(label)))
                .vector();
    }

    private static List<String> groups(List<Example> read, Task topics) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        topics.labels().forEach(l -> counts.add(new TreeMap<>()));
        for (int i = 0; i < read.size(); i++) {
            String group = read.get(i).group();
            counts.get(topics.label()[i]).merge(group == null ? "" : group, 1, Integer::sum);
        }
        return counts.stream()
                .map(c -> c.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(""))
                .toList();
    }

    public List<String> topics() {
        return topics.labels();
    }

    public List<String> authorities() {
        return authorities == null ? List.of() : authorities.labels();
    }

    /** The probabilities of topics and of authorities. */
    public Opinion judge(Reading reading, String raw, List<String> signs) {
        Text text = vocabulary.read(Grams.of(reading.words(), raw, signs));
        float[] t = topics.shares(text.vector());
        float[] a = authorities == null
                ? new float[0]
                : authorities.shares(text.vector().with(t, vocabulary.size()));
        return new Opinion(t, a, text);
    }

    public Opinion judge(String text, List<String> signs) {
        return judge(Reading.of(text), text, signs);
    }

    /** The places of the words that spoke most for a topic, the heaviest first. */
    public List<Integer> heaviest(Opinion opinion, int topic, int most) {
        return opinion.text().heaviest(feature -> topics.weight(feature, topic), most);
    }

    /** The places of the largest, the largest first. */
    private static int[] best(float[] shares, int most) {
        float[] left = shares.clone();
        int[] best = new int[Math.min(most, left.length)];
        for (int k = 0; k < best.length; k++) {
            for (int i = 1; i < left.length; i++) {
                best[k] = left[i] > left[best[k]] ? i : best[k];
            }
            left[best[k]] = Float.NEGATIVE_INFINITY;
        }
        return best;
    }

    public String group(int topic) {
        return groups.get(topic);
    }

    /** @param text as the machines saw it */
    public record Opinion(float[] topics, float[] authorities, Text text) {
        public static int[] best(float[] shares, int most) {
            return Assessor.best(shares, most);
        }
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        topics.write(out);
        for (String group : groups) {
            out.writeUTF(group);
        }
        out.writeBoolean(authorities != null);
        if (authorities != null) {
            authorities.write(out);
        }
    }

    static Assessor read(DataInput in) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        Chooser topics = Chooser.read(in);
        List<String> groups = new ArrayList<>();
        for (int t = 0; t < topics.labels().size(); t++) {
            groups.add(in.readUTF());
        }
        return new Assessor(vocabulary, topics, in.readBoolean() ? Chooser.read(in) : null, groups);
    }
}
