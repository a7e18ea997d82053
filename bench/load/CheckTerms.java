import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts every term of a file that {@code ./otklik load --terms FILE} wrote anew by {@code ./otklik deadline --batch},
 * and compares. The numbers of the decree are written down here once more, so that a slip in the regulation file shows.
 * Ends with 1 if any term differs or is unknown.
 */
public class CheckTerms {

    static final Map<String, String> DECREE = Map.ofEntries(
            Map.entry("route", "1wh"), Map.entry("return", "30m"), Map.entry("answer", "4wh"), Map.entry("draft", "-1wh"),
            Map.entry("approve", "30m"), Map.entry("remark", "30m"), Map.entry("publish", "30m"), Map.entry("rework", "30m"),
            Map.entry("final", "7wd"), Map.entry("contribute", "2wh"), Map.entry("review-contribution", "30m"),
            Map.entry("rework-contribution", "30m"));

    record Kept(String incident, String term, Instant opened, Instant due, Instant closed) {
        static Kept read(String line) {
            String[] f = line.split(",", -1);
            return new Kept(f[0], f[1], Instant.parse(f[2]), Instant.parse(f[3]), f[4].isEmpty() ? Instant.MAX : Instant.parse(f[4]));
        }

        boolean runsAt(Instant at) {
            return !opened.isAfter(at) && closed.isAfter(at);
        }
    }

    public static void main(String[] a) throws Exception {
        if (a.length != 1) {
            System.err.println("Usage: java bench/load/CheckTerms.java FILE");
            System.exit(2);
        }
        List<Kept> all = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(a[0]))) all.add(Kept.read(line));
        ZoneId zone = ZonedDateTime.parse(otklik("", "deadline", "1m", "--from", "2026-11-20T16:30").get(0)).getZone();
        var ask = new StringBuilder();
        for (Kept k : all) ask.append(DECREE.getOrDefault(k.term, "?")).append(',').append(start(k, all)).append('\n');
        List<String> answers = otklik(ask.toString(), "deadline", "--batch", "-");
        if (answers.size() != all.size()) throw new IllegalStateException(answers.size() + " answers to " + all.size());
        var agree = new TreeMap<String, int[]>();
        int same = 0;
        for (int i = 0; i < all.size(); i++) {
            Kept k = all.get(i);
            String said = answers.get(i);
            boolean equal = !said.startsWith("error") && k.due.equals(capped(k, LocalDateTime.parse(said.split(",")[2]).atZone(zone).toInstant(), all));
            int[] counts = agree.computeIfAbsent(k.term, t -> new int[2]);
            counts[0] += equal ? 1 : 0;
            counts[1]++;
            same += equal ? 1 : 0;
            if (!equal) System.out.println("differs: " + k + "; deadline says " + said);
        }
        agree.forEach((term, c) -> System.out.printf("  %-20s %d of %d%n", term, c[0], c[1]));
        System.out.printf("%d of %d terms agree%n", same, all.size());
        System.exit(same == all.size() && same > 0 ? 0 : 1);
    }

    /** Clause 12 is counted back from the end of clause 11, every other term from its own start. */
    static Instant start(Kept k, List<Kept> all) {
        return k.term.equals("draft") ? answer(k, all).map(Kept::due).orElse(k.opened) : k.opened;
    }

    /** Clause 14: not after the end of clause 11, while that runs. */
    static Instant capped(Kept k, Instant due, List<Kept> all) {
        return k.term.equals("publish")
                ? answer(k, all).map(Kept::due).filter(cap -> cap.isBefore(due)).orElse(due)
                : due;
    }

    static Optional<Kept> answer(Kept k, List<Kept> all) {
        return all.stream()
                .filter(o -> o.incident.equals(k.incident) && o.term.equals("answer") && o.runsAt(k.opened))
                .findFirst();
    }

    static List<String> otklik(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./otklik"));
        command.addAll(List.of(arguments));
        Path in = Files.createTempFile("terms", ".csv");
        Path out = Files.createTempFile("terms", ".out");
        try {
            Files.writeString(in, input);
            new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
            return Files.readAllLines(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
