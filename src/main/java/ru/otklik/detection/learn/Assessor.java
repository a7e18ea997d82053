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

    private static final float IMAGINED = 3;

    private final Vocabulary vocabulary;
    private final Chooser topics;
    private final @Nullable Chooser authorities;
    /** Of each topic, the share of each authority among its texts. */
    private final float[][] whose;
    /** Of each topic, the group that it was in most often; empty: none was named. */
    private final List<String> groups;

    private Assessor(
            Vocabulary vocabulary,
            Chooser topics,
            @Nullable Chooser authorities,
            float[][] whose,
            List<String> groups) {
        this.groups = groups;
        this.vocabulary = vocabulary;
        this.topics = topics;
        this.authorities = authorities;
        this.whose = whose;
    }

    public static Assessor learn(List<Example> examples, Consumer<String> progress) {
        List<Example> read = examples.stream().filter(e -> e.topic() != null).toList();
        Vocabulary vocabulary =
                Vocabulary.of(read.size(), i -> grams(read.get(i).text()));
        progress.accept("слов и частей слов: " + vocabulary.size());
        Rows vectors =
                Rows.of(read.size(), i -> vocabulary.vector(grams(read.get(i).text())));
        Task ofTopics = task(read, Example::topic, vocabulary, vectors);
        List<String> groups = groups(read, ofTopics);
        Chooser.Learned topics = Chooser.learn(ofTopics, () -> progress.accept("темы"));
        boolean named = read.stream().allMatch(e -> e.authority() != null);
        if (!named) {
            return new Assessor(vocabulary, topics.chooser(), null, new float[0][], groups);
        }
        Task bare = task(read, Example::authority, vocabulary, vectors);
        float[][] whose = whose(ofTopics, bare);
        float[][] outside = new float[read.size()][];
        for (int i = 0; i < outside.length; i++) {
            outside[i] = via(topics.held()[i], whose);
        }
        Task ofAuthorities =
                new Task(bare.labels(), bare.names(), vectors, bare.label(), bare.width(), bare.words(), outside);
        Chooser.Learned authorities = Chooser.learn(ofAuthorities, () -> progress.accept("органы власти"));
        return new Assessor(vocabulary, topics.chooser(), authorities.chooser(), whose, groups);
    }

    private static Grams grams(String text) {
        return Grams.of(Reading.of(text).words(), text);
    }

    private static Task task(
            List<Example> read, Function<Example, @Nullable String> said, Vocabulary vocabulary, Rows vectors) {
        List<String> labels = List.copyOf(new TreeSet<>(
                read.stream().map(said).map(Objects::requireNonNull).toList()));
        List<Sparse> names = labels.stream()
                .map(l -> vocabulary.vector(Grams.ofName(Reading.of(l).words())))
                .toList();
        int[] label = read.stream().mapToInt(e -> labels.indexOf(said.apply(e))).toArray();
        return new Task(labels, names, vectors, label, vocabulary.size(), vocabulary.words(), new float[0][]);
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

    private static float[][] whose(Task topics, Task authorities) {
        float[] all = new float[authorities.classes()];
        for (int a : authorities.label()) {
            all[a] += 1f / authorities.count();
        }
        float[][] whose = new float[topics.classes()][all.length];
        float[] count = new float[topics.classes()];
        for (int i = 0; i < topics.count(); i++) {
            whose[topics.label()[i]][authorities.label()[i]]++;
            count[topics.label()[i]]++;
        }
        for (int t = 0; t < whose.length; t++) {
            for (int a = 0; a < all.length; a++) {
                whose[t][a] = (whose[t][a] + IMAGINED * all[a]) / (count[t] + IMAGINED);
            }
        }
        return whose;
    }

    private static float[] via(float[] topics, float[][] whose) {
        float[] via = new float[whose[0].length];
        for (int t = 0; t < topics.length; t++) {
            if (topics[t] > 0.005f) {
                for (int a = 0; a < via.length; a++) {
                    via[a] += topics[t] * whose[t][a];
                }
            }
        }
        for (int a = 0; a < via.length; a++) {
            via[a] = (float) Math.log(via[a] + 1e-6f);
        }
        return via;
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
        float[] t = topics.shares(text, new float[0]);
        float[] a = authorities == null ? new float[0] : authorities.shares(text, via(t, whose));
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
            for (float[] w : whose) {
                Numbers.write(out, w);
            }
        }
    }

    static Assessor read(DataInput in) throws IOException {
        Vocabulary vocabulary = Vocabulary.read(in);
        Chooser topics = Chooser.read(in);
        List<String> groups = new ArrayList<>();
        for (int t = 0; t < topics.labels().size(); t++) {
            groups.add(in.readUTF());
        }
        if (!in.readBoolean()) {
            return new Assessor(vocabulary, topics, null, new float[0][], groups);
        }
        Chooser authorities = Chooser.read(in);
        float[][] whose = new float[topics.labels().size()][];
        for (int t = 0; t < whose.length; t++) {
            whose[t] = Numbers.floats(in);
        }
        return new Assessor(vocabulary, topics, authorities, whose, groups);
    }
}
