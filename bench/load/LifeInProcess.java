import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import ru.otklik.Otklik;
import ru.otklik.casework.*;
import ru.otklik.directory.Authorities;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

/**
 * The lifecycle of five steps (register, route, draft, approve, publish; every tenth with remarks) inside one process,
 * without HTTP: what the core and its SQL cost. Needs OTKLIK_DB_URL and the others. Arguments: incidents, threads.
 */
public class LifeInProcess {

    static final String[] STEPS = {"register", "route", "draft", "approve", "publish"};
    static final Assessment ROADS = new Assessment("roads", null, Importance.ORDINARY, false);
    static final String TEXT = "Здравствуйте! Работы включены в план и будут выполнены подрядчиком. ".repeat(6);

    public static void main(String[] a) throws Exception {
        int n = Integer.parseInt(a[0]);
        int threads = Integer.parseInt(a[1]);
        try (var context = new SpringApplicationBuilder(Otklik.class)
                .web(WebApplicationType.NONE)
                .properties("otklik.background=false", "otklik.demo=true")
                .run()) {
            var incidents = context.getBean(Incidents.class);
            postmaster = parent(context.getBean(org.springframework.jdbc.core.JdbcTemplate.class)
                    .queryForObject("select pg_backend_pid()", Long.class));
            var authorities = context.getBean(Authorities.class);
            int[] leads = authorities.list().stream()
                    .filter(x -> authorities.missingFor(x.id()).isEmpty())
                    .mapToInt(x -> x.id())
                    .toArray();
            String run = Long.toString(System.nanoTime(), 36);
            life(incidents, leads, run + "w", Math.max(2000, n), threads, false);
            for (int round = 1; round <= 3; round++) {
                life(incidents, leads, run + round, n, threads, true);
            }
        }
        for (String l : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (l.startsWith("VmHWM")) System.out.println("RSS " + l.replaceAll("\\s+", " "));
        }
    }

    static void life(Incidents incidents, int[] leads, String run, int n, int threads, boolean report)
            throws Exception {
        var next = new AtomicInteger();
        var bags = new ArrayList<Map<String, List<Long>>>();
        var all = new ArrayList<Thread>();
        long[] c0 = cpu();
        long t0 = System.nanoTime();
        for (int k = 0; k < threads; k++) {
            Map<String, List<Long>> bag = new LinkedHashMap<>();
            for (String s : STEPS) bag.put(s, new ArrayList<>());
            bags.add(bag);
            var t = new Thread(() -> {
                for (int i = next.getAndIncrement(); i < n; i = next.getAndIncrement()) {
                    one(incidents, leads[i % leads.length], run, i, bag);
                }
            });
            t.start();
            all.add(t);
        }
        for (Thread t : all) t.join();
        double seconds = (System.nanoTime() - t0) / 1e9;
        long[] c1 = cpu();
        if (!report) return;
        var b = new StringBuilder(String.format(
                Locale.ROOT,
                "LIFE n=%d threads=%d incidents/s=%.1f cpu/incident java=%.2f pg=%.2f ms;",
                n, threads, n / seconds, (c1[0] - c0[0]) * 10.0 / n, (c1[1] - c0[1]) * 10.0 / n));
        for (String s : STEPS) {
            long[] v = bags.stream().flatMap(x -> x.get(s).stream()).mapToLong(x -> x).sorted().toArray();
            b.append(String.format(Locale.ROOT, " %s p50=%.2f p99=%.2f ms;", s, q(v, 0.5), q(v, 0.99)));
        }
        System.out.println(b);
    }

    static void one(Incidents incidents, int lead, String run, int i, Map<String, List<Long>> bag) {
        var operator = new Actor(1, "Оператор", Set.of(Role.OPERATOR), null);
        var approver = new Actor(2, "Согласующий", Set.of(Role.APPROVER), null);
        var executor = new Actor(3, "Исполнитель", Set.of(Role.EXECUTOR), lead);
        long t = System.nanoTime();
        long id = incidents.receive(
                        new NewMessage("load", run, "m" + i, "https://social.invalid/wall" + i, "Житель", null,
                                "Яма на дороге, " + TEXT, null, List.of(), null),
                        ROADS, null)
                .incident();
        t = lap(bag, "register", t);
        incidents.handle(id, null, new Command.Route(lead, List.of(), null, ROADS), operator).get();
        t = lap(bag, "route", t);
        int drafts = i % 10 == 0 ? 2 : 1;
        for (int d = 1; d <= drafts; d++) {
            t = System.nanoTime();
            incidents.handle(id, null, new Command.SaveDraft(DraftKind.FINAL, TEXT + d), executor).get();
            incidents.handle(id, null, new Command.Submit(d, true), executor).get();
            t = lap(bag, "draft", t);
            Command c = d < drafts ? new Command.Remark(d, "Назовите срок") : new Command.Approve(d);
            incidents.handle(id, null, c, approver).get();
            t = lap(bag, "approve", t);
        }
        incidents.handle(id, null, new Command.RecordPublication("https://social.invalid/r" + i), executor).get();
        lap(bag, "publish", t);
    }

    static long lap(Map<String, List<Long>> bag, String step, long since) {
        long now = System.nanoTime();
        bag.get(step).add(now - since);
        return now;
    }

    static double q(long[] v, double p) {
        return v.length == 0 ? Double.NaN : v[Math.max(0, (int) Math.ceil(p * v.length) - 1)] / 1e6;
    }

    static long postmaster;

    static long parent(long pid) {
        return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }

    /** In ticks of 10 ms: this process, the processes of this database server. */
    static long[] cpu() throws IOException {
        long me = 0;
        long pg = 0;
        String own = "" + ProcessHandle.current().pid();
        try (DirectoryStream<Path> d = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path p : d) {
                try {
                    String s = Files.readString(p.resolve("stat"));
                    String[] g = s.substring(s.lastIndexOf(')') + 2).split(" ");
                    long t = Long.parseLong(g[11]) + Long.parseLong(g[12]);
                    if (p.getFileName().toString().equals(own)) me = t;
                    else if (g[1].equals("" + postmaster)) pg += t;
                } catch (IOException gone) {
                    // a process that ended meanwhile
                }
            }
        }
        return new long[] {me, pg};
    }
}
