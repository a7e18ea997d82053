import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import ru.otklik.detection.repeats.NearDuplicates;

/**
 * Near-duplicates among many: messages put together from the sentences of a file, then asked for by edited copies.
 * Arguments: CSV with a column «text», messages, questions.
 */
public class RepeatsAtScale {

    static final String[] GREETINGS = {"Здравствуйте! ", "Добрый день, уважаемая администрация. ", "Помогите! ", ""};
    static final double AT_LEAST = 0.5;

    public static void main(String[] args) throws Exception {
        int messages = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int questions = args.length > 2 ? Integer.parseInt(args[2]) : 5_000;
        List<String> sentences = sentences(Path.of(args[0]));
        Random random = new Random(19);
        long free = used();
        NearDuplicates heard = NearDuplicates.remembering(messages);
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            heard.add(i, message(sentences, new Random(i)));
        }
        System.out.printf(
                Locale.ROOT,
                "%d messages from %d sentences, %.0f added a second, %d MB%n",
                messages, sentences.size(), messages / seconds(start), (used() - free) >> 20);
        for (Edit edit : Edit.values()) {
            ask(heard, sentences, edit, messages, questions / Edit.values().length, random);
        }
        ask(heard, sentences, null, messages, questions, random);
    }

    enum Edit { COPY, TYPOS, SWAPS, CUT, GREETING, ALL }

    static void ask(NearDuplicates heard, List<String> sentences, Edit only, int messages, int questions, Random random) {
        long[] took = new long[questions];
        int found = 0;
        int right = 0;
        int answers = 0;
        for (int i = 0; i < questions; i++) {
            int which = random.nextInt(messages);
            String source = message(sentences, new Random(which));
            Edit edit = only == null ? Edit.values()[random.nextInt(Edit.values().length)] : only;
            String asked = edited(source, edit, random);
            long at = System.nanoTime();
            List<NearDuplicates.Near> near = heard.find(asked, AT_LEAST, 10);
            took[i] = System.nanoTime() - at;
            found += near.stream().anyMatch(n -> n.id() == which) ? 1 : 0;
            for (NearDuplicates.Near n : near) {
                answers++;
                right += n.id() == which || alike(source, message(sentences, new Random(n.id()))) ? 1 : 0;
            }
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-8s recall %.4f  precision %.4f (%d answers)  p50 %.3f ms  p99 %.3f ms  max %.1f ms%n",
                only == null ? "mixed" : only, found / (double) questions, right / (double) Math.max(1, answers), answers,
                took[questions / 2] / 1e6, took[questions * 99 / 100] / 1e6, took[questions - 1] / 1e6);
    }

    /** Two made messages that share half of their letters are near-duplicates of each other too. */
    static boolean alike(String a, String b) {
        List<String> mine = List.of(a.split("(?<=[.!?]) "));
        int common = Arrays.stream(b.split("(?<=[.!?]) ")).filter(mine::contains).mapToInt(String::length).sum();
        return common * 2 >= Math.min(a.length(), b.length());
    }

    static List<String> sentences(Path file) throws Exception {
        List<String> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(r -> Arrays.stream(r.getField("text")
                            .replaceAll("<[^>]*>|&[a-z]+;", " ")
                            .replaceAll("\\s+", " ")
                            .split("(?<=[.!?]) "))
                    .map(String::strip)
                    .filter(s -> s.length() > 25)
                    .forEach(all::add));
        }
        return all.stream().distinct().toList();
    }

    static String message(List<String> sentences, Random random) {
        StringBuilder out = new StringBuilder();
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            out.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        }
        // a number of its own: a street and a house, as real messages have
        return out.append("Дом ").append(random.nextInt(300)).append(", кв. ").append(random.nextInt(100000)).append('.').toString();
    }

    static String edited(String text, Edit edit, Random random) {
        return switch (edit) {
            case COPY -> text;
            case TYPOS -> typos(text, random);
            case SWAPS -> swaps(text, random);
            case CUT -> text.substring(0, text.length() * (75 + random.nextInt(25)) / 100);
            case GREETING -> GREETINGS[random.nextInt(GREETINGS.length)] + text;
            case ALL -> GREETINGS[random.nextInt(GREETINGS.length)]
                    + swaps(typos(text.substring(0, text.length() * 9 / 10), random), random);
        };
    }

    static String typos(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < Math.max(1, text.length() / 60); i++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, (char) ('а' + random.nextInt(32)));
                default -> out.setCharAt(at, (char) ('а' + random.nextInt(32)));
            }
        }
        return out.toString();
    }

    static String swaps(String text, Random random) {
        String[] words = text.split(" ");
        for (int i = 0; i < Math.max(1, words.length / 20) && words.length > 1; i++) {
            int at = random.nextInt(words.length - 1);
            String w = words[at];
            words[at] = words[at + 1];
            words[at + 1] = w;
        }
        return String.join(" ", words);
    }

    static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
