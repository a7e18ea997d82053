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
import java.util.stream.IntStream;
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

    public static Assessor learn(List<Example> examples, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> e.topic() != null).toList();
        Vocabulary vocabulary =
                Vocabulary.of(read.size(), i -> grams(read.get(i).text()));
        progress.accept("слов и частей слов: " + vocabulary.size());
        Rows vectors =
                Rows.of(read.size(), i -> vocabulary.vector(grams(read.get(i).text())));
        Task ofTopics = task(Task.Of.TOPIC, read, Example::topic, vocabulary, vectors, vocabulary.size());
        List<String> groups = groups(read, ofTopics);
        Chooser.Learned topics = Chooser.learn(ofTopics, () -> progress.accept("темы"));
        if (!read.stream().allMatch(e -> e.authority() != null)) {
            return new Assessor(vocabulary, topics.chooser(), null, groups);
        }
        Rows knowing =
                Rows.of(read.size(), i -> vectors.get(i).with(topics.unseen(i, vectors.get(i)), vocabulary.size()));
        int width = vocabulary.size() + ofTopics.classes();
        Task ofAuthorities = task(Task.Of.AUTHORITY, read, Example::authority, vocabulary, knowing, width);
        Chooser.Learned authorities = Chooser.learn(ofAuthorities, () -> progress.accept("органы власти"));
        return new Assessor(vocabulary, topics.chooser(), authorities.chooser(), groups);
    }

    private static Grams grams(String text) {
        return Grams.of(Reading.of(text).words(), text);
    }

    private static Task task(
            Task.Of of,
            List<Example> read,
            Function<Example, @Nullable String> said,
            Vocabulary vocabulary,
            Rows vectors,
            int width) {
        List<String> labels = List.copyOf(new TreeSet<>(
                read.stream().map(said).map(Objects::requireNonNull).toList()));
        List<Sparse> names = labels.stream()
                .map(l -> vocabulary.vector(Grams.ofName(Reading.of(l).words())))
                .toList();
        int[] label = read.stream().mapToInt(e -> labels.indexOf(said.apply(e))).toArray();
        return new Task(of, labels, names, vectors, label, width, vocabulary.words());
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
    public Opinion judge(Reading reading, String raw) {
        Text text = Text.of(vocabulary, Grams.of(reading.words(), raw));
        float[] t = topics.shares(text.vector());
        float[] a = authorities == null
                ? new float[0]
                : authorities.shares(text.vector().with(t, vocabulary.size()));
        return new Opinion(t, a, text);
    }

    public Opinion judge(String text) {
        return judge(Reading.of(text), text);
    }

    /** The places of the words that spoke most for a topic, the heaviest first. */
    public List<Integer> heaviest(Opinion opinion, int topic, int most) {
        Grams grams = opinion.text().grams();
        Sparse vector = opinion.text().vector();
        IntMap at = new IntMap(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            at.put(vector.ids()[i] + 1, i + 1);
        }
        Map<Integer, Float> weights = new TreeMap<>();
        for (int i = 0; i < grams.end(Grams.PIECE); i++) {
            int id = vocabulary.find(grams.hash(i));
            int place = id < 0 ? 0 : at.get(id + 1);
            if (place > 0) {
                weights.merge(grams.word(i), topics.weight(id, topic) * vector.values()[place - 1], Float::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<Integer, Float>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    public String group(int topic) {
        return groups.get(topic);
    }

    /** @param text as the machines saw it */
    public record Opinion(float[] topics, float[] authorities, Text text) {
        public static int[] best(float[] shares, int most) {
            return IntStream.range(0, shares.length)
                    .boxed()
                    .sorted((x, y) -> Float.compare(shares[y], shares[x]))
                    .limit(most)
                    .mapToInt(i -> i)
                    .toArray();
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
