import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.otklik.Otklik;
import ru.otklik.casework.Actor;
import ru.otklik.casework.World;
import ru.otklik.kernel.Role;
import ru.otklik.repeats.Repeats;
import ru.otklik.repeats.SimilarAnswers;

/**
 * Repeats and similar answers as the product finds them, in PostgreSQL. Messages are put together from the sentences of
 * a file and stored, the product's own background work hears them, then each question is a stored message of its own: an
 * edited copy. Fills an empty database (OTKLIK_DB_URL and the others) and asks again on a full one. Arguments: CSV with
 * a column «text», messages, questions, published answers.
 */
public class WiredRepeats {

    static final String[] GREETINGS = {"Здравствуйте! ", "Добрый день, уважаемая администрация. ", "Помогите! ", ""};
    static final Actor OPERATOR = new Actor(1, "Оператор", Set.of(Role.OPERATOR), null);
    static final int BATCH = 2_000;
    static String regulation;

    public static void main(String[] a) throws Exception {
        var sentences = sentences(Path.of(a[0]));
        int messages = Integer.parseInt(a[1]);
        int questions = Integer.parseInt(a[2]);
        int answers = Integer.parseInt(a[3]);
        try (var context = new SpringApplicationBuilder(Otklik.class)
                .web(WebApplicationType.NONE)
                .properties("otklik.background=true", "db-scheduler.enabled=false", "otklik.demo=true")
                .run()) {
            var jdbc = context.getBean(JdbcTemplate.class);
            regulation = context.getBean(World.class).regulationOf(null, Instant.now()).key();
            fill(jdbc, sentences, messages, questions, answers);
            ask(context.getBean(Repeats.class), jdbc, questions);
            similar(context.getBean(SimilarAnswers.class), sentences, 500);
            for (String t : new String[] {"sketch", "said", "answered"}) {
                System.out.printf("%s %s%n", t, jdbc.queryForObject("select pg_size_pretty(pg_total_relation_size(?::regclass))", String.class, t));
            }
        }
        System.exit(0);
    }

    static void fill(JdbcTemplate jdbc, List<String> sentences, int messages, int questions, int answers) throws Exception {
        if (jdbc.queryForObject("select exists (select from message)", Boolean.class)) return;
        long start = System.nanoTime();
        for (int i = 0; i < messages; i += BATCH) {
            var texts = new ArrayList<String>();
            for (int j = i; j < Math.min(messages, i + BATCH); j++) texts.add(message(sentences, new Random(j)));
            store(jdbc, "of", i, texts, false);
        }
        var random = new Random(19);
        var edited = new ArrayList<String>();
        for (int i = 0; i < questions; i++) edited.add(edited(message(sentences, new Random(which(i, messages))), random));
        store(jdbc, "q", 0, edited, false);
        for (int i = 0; i < answers; i += BATCH) {
            var texts = new ArrayList<String>();
            for (int j = i; j < Math.min(answers, i + BATCH); j++) texts.add(message(sentences, new Random(-1L - j)));
            store(jdbc, "a", i, texts, true);
        }
        System.out.printf(Locale.ROOT, "stored in %.0f s%n", (System.nanoTime() - start) / 1e9);
        jdbc.execute("analyze");
        start = System.nanoTime();
        long first = jdbc.queryForObject("select count(*) from unheard", Long.class);
        while (jdbc.queryForObject("select exists (select from unheard)", Boolean.class)) Thread.sleep(500);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "the last %d heard in %.0f s, %.0f a second%n", first, seconds, first / seconds);
        jdbc.execute("vacuum analyze");
    }

    static int which(int question, int messages) {
        return new Random(753L + question).nextInt(messages);
    }

    static void store(JdbcTemplate jdbc, String thread, int from, List<String> texts, boolean answered) {
        jdbc.update("""
                with m as (insert into message (network, thread, external_id, text, received_at)
                             select 'load', ?, (? + n)::text, text, now() from unnest(?::text[]) with ordinality t (text, n)
                             returning id),
                     i as (insert into incident (id, version, network, state, regulation, topic, importance, assessed,
                               test, detected_at, returns, returned_by, drafts, interims, finals, rounds, remarked,
                               co_executors, approved_by, ordered, journal_length, journal_hash, lead, routed_at)
                             select id, 0, 'load', case when ? then 'ANSWERED' else 'DETECTED' end, ?,
                                    case when ? then 'topic' || id % 20 end, 'ORDINARY', true, false, now(), 0, '{}', 1, 0,
                                    case when ? then 1 else 0 end, 0, false, 0, '{}', false, 1, '\\x00',
                                    case when ? then 1 end, now() from m returning id),
                     d as (insert into draft select id, 1, 'FINAL', 'Здравствуйте! Ответ № ' || id % 2000, 1, now() from i where ?)
                insert into journal select id, 1, now(), 0, 'Отклик', 'Published', '{"fact":{"draft":1,"kind":"FINAL"}}', '\\x00'
                  from i where ?
                """, thread, from, texts.toArray(String[]::new), answered, regulation, answered, answered, answered, answered, answered);
    }

    /** Each question once, in four parts: the first is of a process that has just started. */
    static void ask(Repeats repeats, JdbcTemplate jdbc, int questions) {
        int messages = jdbc.queryForObject("select count(*) from message where thread = 'of'", Integer.class);
        int part = questions / 4;
        for (int from = 0; from < part * 4; from += part) {
            long[] took = new long[part];
            int found = 0;
            for (int i = 0; i < part; i++) {
                long id = id(jdbc, "q", from + i);
                long source = id(jdbc, "of", which(from + i, messages));
                long at = System.nanoTime();
                var alike = repeats.find(id, OPERATOR).alike();
                took[i] = System.nanoTime() - at;
                found += alike.stream().anyMatch(o -> o.incident() == source) ? 1 : 0;
            }
            Arrays.sort(took);
            System.out.printf(Locale.ROOT, "%d messages, questions from %d: recall %.4f, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.0f ms%n",
                    messages, from, found / (double) part, took[part / 2] / 1e6, took[part * 9 / 10] / 1e6,
                    took[part * 99 / 100] / 1e6, took[part - 1] / 1e6);
        }
    }

    static long id(JdbcTemplate jdbc, String thread, int n) {
        return jdbc.queryForObject(
                "select id from message where network = 'load' and thread = ? and external_id = ?", Long.class, thread, "" + (n + 1));
    }

    static void similar(SimilarAnswers answers, List<String> sentences, int questions) {
        long[] took = new long[questions];
        int full = 0;
        for (int i = 0; i < questions; i++) {
            String asked = message(sentences, new Random(77_000_000L + i));
            long at = System.nanoTime();
            full += answers.list(0, asked, "topic" + i % 20, OPERATOR).isEmpty() ? 0 : 1;
            took[i] = System.nanoTime() - at;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "similar answers: %d of %d found, p50 %.1f ms, p99 %.1f ms%n",
                full, questions, took[questions / 2] / 1e6, took[questions * 99 / 100] / 1e6);
    }

    static List<String> sentences(Path file) throws Exception {
        var all = new ArrayList<String>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(r -> Arrays.stream(r.getField("text").replaceAll("<[^>]*>|&[a-z]+;", " ").replaceAll("\\s+", " ").split("(?<=[.!?]) "))
                    .map(String::strip).filter(s -> s.length() > 25).forEach(all::add));
        }
        return all.stream().distinct().toList();
    }

    static String message(List<String> sentences, Random random) {
        var out = new StringBuilder();
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) out.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
        return out.append("Дом ").append(random.nextInt(300)).append(", кв. ").append(random.nextInt(100000)).append('.').toString();
    }

    /** A copy, typos, swapped words, a cut end, a greeting, or all of it. */
    static String edited(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text;
            case 1 -> typos(text, random);
            case 2 -> swaps(text, random);
            case 3 -> text.substring(0, text.length() * (75 + random.nextInt(25)) / 100);
            case 4 -> GREETINGS[random.nextInt(GREETINGS.length)] + text;
            default -> GREETINGS[random.nextInt(GREETINGS.length)]
                    + swaps(typos(text.substring(0, text.length() * 9 / 10), random), random);
        };
    }

    static String typos(String text, Random random) {
        var out = new StringBuilder(text);
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
}
