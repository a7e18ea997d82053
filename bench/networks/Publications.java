import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers through the VK adapter while VK fails in every way it knows and the program is killed again and again. At the
 * end each ordered answer must stand in its discussion once, byte for byte, and the product must have its link. Ends
 * with 1 if one is lost or doubled.
 */
public class Publications {

    /** What a citizen's message is asked to become. */
    record Asked(long id, long owner, long post, long message) {}

    /** A comment in the name of a community. */
    record Stands(long id, long from, String text, boolean deleted) {}

    static final String[] CLOSING = {"Спасибо за обращение! 🙂", "С уважением,\nМинистерство «Дороги & транспорт» <край>", "Подробнее: https://stavregion.invalid/?a=1&b=2 "};

    static Stage stage;
    static String operator, approver, roads, housing;
    static final AtomicInteger ordered = new AtomicInteger(), pressedAgain = new AtomicInteger(), linked = new AtomicInteger(), checked = new AtomicInteger();
    static final Map<Long, String> texts = new ConcurrentHashMap<>();
    static final Set<Long> givenToPerson = ConcurrentHashMap.newKeySet(), gone = ConcurrentHashMap.newKeySet(), wasUncertain = ConcurrentHashMap.newKeySet();
    static final Set<String> remarks = ConcurrentHashMap.newKeySet();
    static volatile boolean over;
    static volatile Throwable broken;

    public static void main(String[] a) throws Exception {
        int n = Integer.parseInt(a[1]), kills = Integer.parseInt(a[2]), minutes = Integer.parseInt(a[3]);
        long seed = Long.parseLong(a[4]);
        boolean right;
        try (Stage s = new Stage(Path.of(a[0]))) {
            stage = s;
            s.startProduct("-Dotklik.networks.per-second.vk=20");
            operator = s.token("operator");
            approver = s.token("approver");
            roads = s.token("roads-ministry-executor");
            housing = s.token("housing-ministry-executor");
            List<Asked> asked = heard(n, seed);
            long t0 = System.nanoTime();
            run(asked, kills, minutes, seed);
            right = judged(asked, (System.nanoTime() - t0) / 1e9, seed);
        }
        System.exit(right ? 0 : 1);
    }

    /** The sandbox's crowd writes, the product listens, and n of what it heard are to be answered. */
    static List<Asked> heard(int n, long seed) throws Exception {
        int posts = n / 3 / 25 + 1;
        stage.generate(3, posts, 24, seed, 3600);
        var asked = new ArrayList<Asked>();
        for (Instant end = Instant.now().plusSeconds(180); asked.size() < n; Thread.sleep(1000)) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("only " + asked.size() + " heard");
            asked.clear();
            try (Connection c = stage.productData.connect(); var r = c.createStatement().executeQuery(
                    "select id, thread, external_id from message where network = 'vk' order by id limit " + n)) {
                while (r.next()) {
                    String[] t = r.getString(2).split("_");
                    asked.add(new Asked(r.getLong(1), Long.parseLong(t[0]), Long.parseLong(t[1]), r.getLong(3)));
                }
            }
        }
        return asked;
    }

    static void run(List<Asked> asked, int kills, int minutes, long seed) throws Exception {
        var threads = new ArrayList<Thread>();
        var next = new AtomicInteger();
        long start = System.nanoTime(), pause = minutes * 60_000_000_000L / asked.size();
        for (int k = 0; k < 3; k++) {
            threads.add(thread(() -> {
                for (int i = next.getAndIncrement(); i < asked.size(); i = next.getAndIncrement()) {
                    long early = start + i * pause - System.nanoTime();
                    if (early > 0) Thread.sleep(early / 1_000_000);
                    drive(asked.get(i), i);
                }
            }));
        }
        var person = thread(() -> {
            while (!over) {
                quietly(() -> look(asked));
                Thread.sleep(700);
            }
        });
        var troubles = thread(() -> trouble(minutes, seed));
        var random = new Random(seed);
        for (int i = 0; i < kills; i++) {
            Thread.sleep((long) (minutes * 60_000.0 / kills * (0.2 + random.nextDouble())) - 2000L > 0
                    ? (long) (minutes * 60_000.0 / kills * (0.2 + random.nextDouble())) : 2000);
            stage.kill();
            Thread.sleep(random.nextInt(2000));
            stage.again();
        }
        for (Thread t : threads) t.join();
        troubles.join();
        System.out.println("all ordered after " + (System.nanoTime() - start) / 1_000_000_000 + " s, kills " + stage.kills);
        for (Instant end = Instant.now().plus(Duration.ofMinutes(25)); Instant.now().isBefore(end) && !isQuiet(asked); Thread.sleep(2000)) {
            if (broken != null) break;
        }
        over = true;
        person.join();
        if (broken != null) throw new IllegalStateException(broken);
    }

    /** By chance what passes, and exactly what would silence an account for long; citizens change and delete meanwhile. */
    static void trouble(int minutes, long seed) throws Exception {
        long step = minutes * 6_000L;
        for (int i = 0; i < 10; i++) {
            stage.troubles("slow", 0.04, "broken", 0.03, "nonsense", 0.02, "cut", 0.04, "done_and_cut", 0.05, "doubled", 0.05,
                    "captcha", 0.004, "rate", 0.03, "forbidden", 0.004, "comments_closed", 0.006, "slowMillis", i % 3 == 2 ? 23_000 : 3_000,
                    "skewSeconds", (i % 3 - 1) * 420, "seed", seed + i);
            for (String exact : List.of("CAPTCHA", "COMMENTS_CLOSED", "TOKEN_DEAD", "POST_GONE", "QUOTA", "FLOOD")) {
                // flood control holds an answer for a quarter of an hour: in the first half only
                if (!exact.equals("FLOOD") || i < 5) stage.troubles("next", exact, "way", "WRITE", "times", exact.equals("TOKEN_DEAD") ? 1 : 2);
            }
            stage.form(stage.sandbox("/sandbox/vk/disturb"), "", "editShare", 0.01, "deleteShare", 0.003, "seed", seed + i);
            Thread.sleep(step);
        }
        stage.troubles();
    }

    /** From heard to ordered, as far as it is; whoever was interrupted looks where the incident stands. */
    static void drive(Asked q, int i) throws Exception {
        String lead = i % 2 == 0 ? "roads-ministry" : "housing-ministry", executor = i % 2 == 0 ? roads : housing;
        // a third of the answers are word for word the same
        String text = "Здравствуйте! " + (i % 3 == 0 ? "Работы включены в план." : "Обращение № " + i + " передано подрядчику.") + "\n" + CLOSING[i % CLOSING.length];
        texts.put(q.id(), text.strip());
        for (Instant end = Instant.now().plusSeconds(600); Instant.now().isBefore(end); ) {
            try {
                String seen = api("GET", operator, q.id(), "", "");
                String state = field(seen, "state");
                if (seen.contains("\"ordered\":true") || state.equals("ANSWERED")) {
                    ordered.incrementAndGet();
                    return;
                }
                switch (state) {
                    case "DETECTED" -> api("POST", operator, q.id(), "/route", "{\"lead\":\"" + lead
                            + "\",\"coExecutors\":[],\"assessment\":{\"topic\":\"roads.potholes\",\"place\":null,\"importance\":\"ORDINARY\"}}");
                    case "IN_WORK" -> {
                        int drafts = Integer.parseInt(field(seen, "drafts"));
                        if (drafts == 0) api("POST", executor, q.id(), "/save-draft", "{\"kind\":\"FINAL\",\"text\":" + json(text) + "}");
                        api("POST", executor, q.id(), "/submit", "{\"draft\":" + Math.max(1, drafts) + ",\"accurate\":true}");
                    }
                    case "AWAITING_APPROVAL" -> api("POST", approver, q.id(), "/approve", "{\"draft\":" + submitted(seen) + "}");
                    case "APPROVED" -> api("POST", executor, q.id(), "/publish", "{}");
                    default -> throw new IllegalStateException(seen);
                }
            } catch (IOException killed) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("incident " + q.id() + " is not ordered after 10 minutes");
    }

    /** What people do where the program gave up: they look at the discussion, then give the link or press again. */
    static void look(List<Asked> asked) throws Exception {
        var byId = new HashMap<Long, Asked>();
        asked.forEach(q -> byId.put(q.id(), q));
        try (Connection product = stage.productData.connect(); Connection sandbox = stage.sandboxData.connect();
                var r = product.createStatement().executeQuery("select o.incident_id, o.state, o.attempts, o.last_error, i.state from outbox o "
                        + "join incident i on i.id = o.incident_id where o.last_error is not null or o.state = 'UNCERTAIN'")) {
            while (r.next()) {
                long id = r.getLong(1);
                String state = r.getString(2);
                if (r.getString(4) != null && !state.startsWith("S")) remarks.add(id + "\t" + r.getInt(3) + "\t" + state + "\t" + r.getString(4));
                if (state.equals("UNCERTAIN") || state.equals("UNKNOWN")) wasUncertain.add(id);
                Asked q = byId.get(id);
                if (q != null && (state.equals("FAILED") || state.equals("UNKNOWN")) && r.getString(5).equals("APPROVED")) {
                    givenToPerson.add(id);
                    act(q, sandbox);
                }
            }
            revive(product);
        }
    }

    static void act(Asked q, Connection sandbox) throws Exception {
        if (Stage.number(sandbox, "select count(*) from sandbox_vk_message where owner_id = " + q.owner() + " and deleted_at is not null and id in ("
                + q.message() + ", " + q.post() + ")") > 0) {
            // there is nothing left to answer: the person leaves it, and it is counted apart
            gone.add(q.id());
            return;
        }
        var there = standing(sandbox, q).stream().filter(c -> c.text().strip().equals(texts.get(q.id())) && !c.deleted()).toList();
        if (there.isEmpty()) {
            api("POST", operator, q.id(), "/publish", "{}");
            pressedAgain.incrementAndGet();
        } else {
            api("POST", operator, q.id(), "/record-publication", "{\"url\":\"https://vk.com/wall" + q.owner() + "_" + q.post() + "?reply=" + there.get(0).id() + "\"}");
            linked.incrementAndGet();
        }
    }

    /** An administrator sees a token that the network called dead, and checks it. */
    static void revive(Connection product) throws Exception {
        try (var r = product.createStatement().executeQuery("select id from official_account where network = 'vk' and token_state = 'DEAD'")) {
            while (r.next()) {
                stage.asAdministrator("/admin/accounts/" + r.getInt(1), "/admin/accounts/" + r.getInt(1) + "/check");
                checked.incrementAndGet();
            }
        }
    }

    static boolean isQuiet(List<Asked> asked) throws Exception {
        try (Connection c = stage.productData.connect()) {
            return Stage.number(c, "select count(*) from outbox where state in ('WAITING', 'SENDING', 'UNCERTAIN')") == 0
                    && Stage.number(c, "select count(*) from incident where state = 'APPROVED'") <= gone.size()
                    && Stage.number(c, "select count(*) from outbox where state = 'SENT' and look_at < now() + interval '1 minute'") == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Comments in the name of a community that answer this message. */
    static List<Stands> standing(Connection sandbox, Asked q) throws SQLException {
        var all = new ArrayList<Stands>();
        String to = q.message() == q.post() ? "reply_to is null" : "reply_to = " + q.message();
        try (var r = sandbox.createStatement().executeQuery("select id, from_id, text, deleted_at is not null from sandbox_vk_message where owner_id = "
                + q.owner() + " and post_id = " + q.post() + " and from_id < 0 and kind = 'COMMENT' and " + to)) {
            while (r.next()) all.add(new Stands(r.getLong(1), r.getLong(2), r.getString(3), r.getBoolean(4)));
        }
        return all;
    }

    static boolean judged(List<Asked> asked, double seconds, long seed) throws Exception {
        int stands = 0, doubled = 0, lost = 0, without = 0, withdrawn = 0, found = 0, answered = 0;
        try (Connection product = stage.productData.connect(); Connection sandbox = stage.sandboxData.connect()) {
            for (Asked q : asked) {
                var there = standing(sandbox, q);
                String wanted = word(product, "select d.text from outbox o join draft d on d.incident_id = o.incident_id and d.version = o.draft"
                        + " where o.incident_id = " + q.id() + " order by o.draft desc limit 1");
                long same = there.stream().filter(c -> c.text().equals(wanted)).count();
                if (there.size() > 1) doubled++;
                if (same == 1) stands++;
                String state = word(product, "select state from incident where id = " + q.id());
                String outbox = word(product, "select state from outbox where incident_id = " + q.id() + " order by draft desc limit 1");
                if (state.equals("ANSWERED")) answered++;
                if (same == 0 && gone.contains(q.id()) && (outbox.equals("FAILED") || outbox.equals("UNKNOWN"))) {
                    withdrawn++;
                    continue;
                }
                if (same == 0) {
                    lost++;
                    System.out.println("LOST incident " + q.id() + " " + state + " outbox " + outbox + " there " + there);
                    continue;
                }
                if (wasUncertain.contains(q.id()) && !givenToPerson.contains(q.id())) found++;
                String link = link(product, q.id());
                if (!state.equals("ANSWERED") || there.stream().noneMatch(c -> link.matches(".*[?&]reply=" + c.id() + "(&.*)?"))) {
                    without++;
                    System.out.println("WITHOUT A LINK incident " + q.id() + " " + state + " outbox " + outbox + " link " + link + " there " + there);
                }
            }
            var kinds = new TreeMap<String, Integer>();
            remarks.forEach(r -> kinds.merge(r.split("\t")[2] + "  " + r.split("\t", 4)[3].replaceAll(" Попыток: \\d+\\.", ""), 1, Integer::sum));
            System.out.println("not at the first attempt, by what the product noted:");
            kinds.forEach((k, v) -> System.out.printf("  %5d  %s%n", v, k));
            System.out.printf(Locale.ROOT, """
                    PUBLICATIONS ordered=%d kills=%d seed=%d seconds=%.0f
                      stand once, byte for byte     %d (incidents answered %d)
                      found after uncertainty       %d without a person
                      given to a person             %d (pressed again %d times, gave the link %d times, checked a token %d times)
                      nothing left to answer        %d (the citizen deleted the message; the person was told)
                      without the right link        %d
                      doubled                       %d
                      lost                          %d
                    """, ordered.get(), stage.kills, seed, seconds, stands, answered, found, givenToPerson.size(), pressedAgain.get(), linked.get(),
                    checked.get(), withdrawn, without, doubled, lost);
        }
        return lost == 0 && doubled == 0 && without == 0 && ordered.get() == asked.size();
    }

    /** As the incident's own journal has it. */
    static String link(Connection product, long id) throws SQLException {
        String body = word(product, "select body from journal where incident_id = " + id + " and fact = 'Published' order by number desc limit 1");
        Matcher m = Pattern.compile("\"url\":\"([^\"]*)\"").matcher(body);
        return m.find() ? m.group(1) : "";
    }

    static String word(Connection c, String sql) throws SQLException {
        try (var r = c.createStatement().executeQuery(sql)) {
            return r.next() ? String.valueOf(r.getString(1)) : "";
        }
    }

    interface Work {
        void run() throws Exception;
    }

    static Thread thread(Work work) {
        var t = new Thread(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                e.printStackTrace();
                broken = e;
            }
        });
        t.start();
        return t;
    }

    /** The product may be dead at any moment. */
    static void quietly(Work work) throws Exception {
        try {
            work.run();
        } catch (IOException | IllegalStateException later) {
            // seen again at the next look
        }
    }

    /** A refusal is no error here: where the incident stands is looked at anew. */
    static String api(String method, String token, long id, String action, String body) throws Exception {
        var r = HttpRequest.newBuilder(URI.create(stage.product("/api/v1/incidents/" + id + action))).timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> got = stage.http.send(r, HttpResponse.BodyHandlers.ofString());
        if (got.statusCode() >= 500) throw new IOException(got.body());
        if (got.statusCode() >= 400 && got.statusCode() != 409 && got.statusCode() != 422) throw new IllegalStateException(action + " " + got.statusCode() + " " + got.body());
        return got.body();
    }

    static String field(String json, String name) {
        Matcher m = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!m.find()) throw new IllegalStateException(name + " in " + json);
        return m.group(1);
    }

    static String submitted(String json) {
        Matcher m = Pattern.compile("\"submission\":\\{\"draft\":(\\d+)").matcher(json);
        if (!m.find()) throw new IllegalStateException(json);
        return m.group(1);
    }

    static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
