import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives incidents through the API to published: a tenth with a return and a new routing, a tenth with remarks, a tenth
 * with an interim answer first, a tenth with a co-executor. Arguments: address, file of tokens (operator, approver, the
 * two executors with their authorities' codes, one a line), incidents, threads, file of due instants to write or -.
 * With {@code --waiting} as the sixth it takes the incidents that wait for routing instead of writing new messages; with
 * {@code --plain} each incident goes the five steps (register, route, draft, approve, publish) and no other.
 */
public class Load {

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final Map<String, ConcurrentLinkedQueue<Long>> STEPS = new TreeMap<>();
    static String base;
    static boolean plain;
    static String operator, approver, lead, leadCode, helper, helperCode;

    public static void main(String[] a) throws Exception {
        base = a[0] + "/api/v1";
        List<String> t = Files.readAllLines(Path.of(a[1]));
        operator = t.get(0); approver = t.get(1);
        lead = t.get(2).split(" ")[1]; leadCode = t.get(2).split(" ")[0];
        helper = t.get(3).split(" ")[1]; helperCode = t.get(3).split(" ")[0];
        int n = Integer.parseInt(a[2]);
        int threads = Integer.parseInt(a[3]);
        for (String s : List.of("register", "route", "draft", "submit", "approve", "publish", "return", "remark", "interim", "contribute")) {
            STEPS.put(s, new ConcurrentLinkedQueue<>());
        }
        plain = List.of(a).contains("--plain");
        List<Long> ids = a.length > 5 && a[5].equals("--waiting") ? waiting(n) : List.of();
        int todo = ids.isEmpty() ? n : ids.size();
        String run = Long.toString(System.nanoTime(), 36);
        if (ids.isEmpty()) drive(run + "w", Math.min(2000, n), threads, ids); // warm-up
        STEPS.values().forEach(ConcurrentLinkedQueue::clear);
        long[] c0 = cpu();
        long t0 = System.nanoTime();
        List<Long> done = drive(run, todo, threads, ids);
        double seconds = (System.nanoTime() - t0) / 1e9;
        long[] c1 = cpu();
        System.out.printf(Locale.ROOT, "LOAD n=%d threads=%d incidents/s=%.1f cpu/incident application=%.2f pg=%.2f ms rss=%d MB%n",
                todo, threads, todo / seconds, (c1[0] - c0[0]) * 10.0 / todo, (c1[1] - c0[1]) * 10.0 / todo, c1[2]);
        STEPS.forEach((s, v) -> {
            long[] sorted = v.stream().mapToLong(x -> x).sorted().toArray();
            if (sorted.length > 0) System.out.printf(Locale.ROOT, "  %-10s n=%d p50=%.2f p99=%.2f ms%n", s, sorted.length, q(sorted, 0.5), q(sorted, 0.99));
        });
        if (a.length > 4 && !a[4].equals("-")) terms(done, Path.of(a[4]));
    }

    static List<Long> drive(String run, int n, int threads, List<Long> ids) throws Exception {
        var next = new AtomicInteger();
        var done = new ConcurrentLinkedQueue<Long>();
        var failed = new ConcurrentLinkedQueue<Throwable>();
        var all = new ArrayList<Thread>();
        for (int k = 0; k < threads; k++) {
            var th = new Thread(() -> {
                try {
                    for (int i = next.getAndIncrement(); i < n && failed.isEmpty(); i = next.getAndIncrement()) {
                        done.add(one(run, i, ids));
                    }
                } catch (Throwable e) {
                    failed.add(e);
                }
            });
            th.start();
            all.add(th);
        }
        for (Thread th : all) th.join();
        if (!failed.isEmpty()) throw new IllegalStateException(failed.peek());
        return List.copyOf(done);
    }

    static long one(String run, int number, List<Long> ids) throws Exception {
        int i = plain ? number * 10 : number;
        long id = ids.isEmpty() ? register(run, i) : ids.get(i);
        String co = i % 10 == 4 ? "\"" + helperCode + "\"" : "";
        String confirmed = ",\"assessment\":{\"topic\":\"roads.potholes\",\"place\":null,\"importance\":\"ORDINARY\"}";
        if (i % 10 == 1) {
            act("route", operator, id, "route", "{\"lead\":\"" + helperCode + "\",\"coExecutors\":[]" + confirmed + "}");
            act("return", helper, id, "return", "{\"reason\":\"Вопрос не в компетенции\"}");
        }
        act("route", operator, id, "route", "{\"lead\":\"" + leadCode + "\",\"coExecutors\":[" + co + "]" + confirmed + "}");
        if (!co.isEmpty()) {
            act("contribute", helper, id, "send-contribution", "{\"nothing\":false,\"text\":\"Работы в плане.\"}");
            act("contribute", approver, id, "accept-contribution", "{\"authority\":\"" + helperCode + "\"}");
        }
        int draft = 0;
        if (i % 10 == 3) {
            answer(id, ++draft, "INTERIM", i);
            STEPS.get("interim").add(1L);
        }
        if (i % 10 == 2) {
            draft(id, ++draft, "FINAL", i);
            act("remark", approver, id, "remark", "{\"draft\":" + draft + ",\"remarks\":\"Назовите срок\"}");
        }
        answer(id, ++draft, "FINAL", i);
        return id;
    }

    static void answer(long id, int draft, String kind, int i) throws Exception {
        draft(id, draft, kind, i);
        act("approve", approver, id, "approve", "{\"draft\":" + draft + "}");
        act("publish", lead, id, "record-publication", "{\"url\":\"https://social.invalid/r" + i + "_" + draft + "\"}");
    }

    static void draft(long id, int draft, String kind, int i) throws Exception {
        act("draft", lead, id, "save-draft", "{\"kind\":\"" + kind + "\",\"text\":\"Здравствуйте! " + "Работы включены в план. ".repeat(15) + i + "\"}");
        act("submit", lead, id, "submit", "{\"draft\":" + draft + ",\"accurate\":true}");
    }

    static long register(String run, int i) throws Exception {
        String body = "{\"network\":\"load\",\"thread\":\"" + run + "\",\"externalId\":\"m" + i + "\",\"text\":\"Яма на дороге в Михайловске, "
                + "прошу отремонтировать. ".repeat(20) + "\"}";
        long t = System.nanoTime();
        String answer = post(operator, "/messages", body);
        STEPS.get("register").add(System.nanoTime() - t);
        Matcher m = Pattern.compile("\"id\":(\\d+)").matcher(answer);
        if (!m.find()) throw new IllegalStateException(answer);
        return Long.parseLong(m.group(1));
    }

    static void act(String step, String token, long id, String action, String body) throws Exception {
        long t = System.nanoTime();
        post(token, "/incidents/" + id + "/" + action, body);
        STEPS.get(step).add(System.nanoTime() - t);
    }

    static String post(String token, String path, String body) throws Exception {
        var r = HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (r.statusCode() >= 300) throw new IllegalStateException(path + " " + r.statusCode() + " " + r.body());
        return r.body();
    }

    static String get(String path) throws Exception {
        var r = HTTP.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + operator).build(),
                HttpResponse.BodyHandlers.ofString());
        if (r.statusCode() >= 300) throw new IllegalStateException(path + " " + r.statusCode() + " " + r.body());
        return r.body();
    }

    static List<Long> waiting(int n) throws Exception {
        var ids = new ArrayList<Long>();
        String cursor = "";
        while (ids.size() < n) {
            String page = get("/incidents?state=DETECTED&limit=200" + cursor);
            Matcher m = Pattern.compile("\"id\":(\\d+),\"version\"").matcher(page);
            while (m.find() && ids.size() < n) ids.add(Long.parseLong(m.group(1)));
            Matcher c = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
            if (!c.find()) break;
            cursor = "&cursor=" + c.group(1);
        }
        return ids;
    }

    /** One line a term: incident, key, opened, due, closed: to be counted anew by CheckTerms. */
    static void terms(List<Long> ids, Path to) throws Exception {
        var lines = new ArrayList<String>();
        Pattern term = Pattern.compile("\"term\":\"([a-z-]+)\".*?\"openedAt\":\"([^\"]+)\",\"dueAt\":\"([^\"]+)\",\"closedAt\":(?:null|\"([^\"]+)\")");
        for (long id : ids) {
            Matcher m = term.matcher(get("/incidents/" + id));
            while (m.find()) {
                String closed = m.group(4) == null ? "" : m.group(4);
                lines.add(String.join(",", Long.toString(id), m.group(1), m.group(2), m.group(3), closed));
            }
        }
        Files.write(to, lines);
        System.out.println("terms written: " + lines.size());
    }

    static double q(long[] v, double p) {
        return v[Math.max(0, (int) Math.ceil(p * v.length) - 1)] / 1e6;
    }

    /** {@code application,postmaster}: where other such processes run beside. */
    static final String[] PIDS = System.getenv().getOrDefault("OTKLIK_LOAD_PIDS", "").split(",");

    /** In ticks of 10 ms: the application, PostgreSQL; and the application's memory in MB. */
    static long[] cpu() throws IOException {
        long app = 0, pg = 0, rss = 0;
        try (DirectoryStream<Path> d = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path p : d) {
                try {
                    String s = Files.readString(p.resolve("stat"));
                    String[] g = s.substring(s.lastIndexOf(')') + 2).split(" ");
                    long ticks = Long.parseLong(g[11]) + Long.parseLong(g[12]);
                    if (s.contains("(postgres)")) {
                        if (PIDS.length < 2 || g[1].equals(PIDS[1])) pg += ticks;
                    } else if (PIDS.length < 2
                            ? Files.readString(p.resolve("cmdline")).contains("otklik.jar\0run")
                            : p.endsWith(PIDS[0])) {
                        app += ticks;
                        rss += Long.parseLong(g[21]) * 4 / 1024;
                    }
                } catch (IOException gone) {
                    // a process that ended meanwhile
                }
            }
        }
        return new long[] {app, pg, rss};
    }
}
