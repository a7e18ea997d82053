import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens through the VK adapter to what a crowd wrote on three walls. Disturbed: in twenty rounds a tenth is edited and
 * a twentieth deleted meanwhile, told by the Callback API too; each fifth page and each fifth call comes doubled; the
 * product is killed at random. At the end each message must be known once, as it stands, with what it was. Ends with 1
 * if not.
 */
public class Hearing {

    static final int WALLS = 3, POSTS = 100, ROUNDS = 20;
    static final String SECRET = "bench-secret", CODE = "bench-code";

    /** @param versions of the text, the first as it was written, as SHA-256 */
    record Said(List<String> versions, boolean[] deleted) {}

    static Stage stage;

    public static void main(String[] a) throws Exception {
        int n = Integer.parseInt(a[1]), kills = Integer.parseInt(a[2]);
        boolean disturbed = a[3].equals("disturbed");
        long seed = Long.parseLong(a[4]);
        boolean right;
        try (Stage s = new Stage(Path.of(a[0]))) {
            stage = s;
            s.startProduct("-Dotklik.networks.per-second.vk=2000");
            prepare(disturbed);
            s.generate(WALLS, POSTS, n / WALLS / POSTS - 1, seed, 86_400);
            right = run(kills, disturbed, seed);
        }
        System.exit(right ? 0 : 1);
    }

    /** As an administrator would: portions for a backlog, the Callback API of each community. */
    static void prepare(boolean disturbed) throws Exception {
        try (Connection c = stage.productData.connect()) {
            for (int i = 0; i < 100 && Stage.number(c, "select count(*) from source where network = 'vk'") < WALLS; i++) Thread.sleep(100);
            Stage.change(c, "update source set most = 5000, active = network <> 'telegram' and kind = 'wall'");
            long account = Stage.number(c, "select min(account_id) from source where network = 'vk' and kind = 'wall'");
            stage.asAdministrator("/admin/accounts/" + account, "/admin/accounts/" + account + "/secrets", "secret-secret", SECRET, "secret-confirmation", CODE);
            if (!disturbed) return;
            try (var r = c.createStatement().executeQuery("select place_id, hook from source where network = 'vk' and kind = 'wall'")) {
                while (r.next()) {
                    String said = stage.form(stage.sandbox("/sandbox/vk/callback"), "", "group", r.getString(1).substring(1),
                            "url", stage.product("/hooks/" + r.getString(2)), "secret", SECRET, "confirmation", CODE);
                    if (!said.contains("true")) throw new IllegalStateException("the callback is not proved: " + said);
                }
            }
        }
    }

    static boolean run(int kills, boolean disturbed, long seed) throws Exception {
        var said = new HashMap<String, Said>();
        long all;
        try (Connection c = stage.sandboxData.connect()) {
            all = written(c, said);
        }
        if (disturbed) stage.troubles("doubled", 0.2, "seed", seed);
        var random = new Random(seed);
        long[] killAt = random.longs(kills, all / 20, all * 19 / 20).sorted().toArray();
        int killed = 0, round = 0;
        long[] c0 = stage.cpu();
        long t0 = System.nanoTime(), dead = 0, last = 0, lastAt = t0;
        double seconds = 0;
        try (Connection c = stage.productData.connect(); Connection sandbox = stage.sandboxData.connect()) {
            while (true) {
                Thread.sleep(killed < kills ? 100 : 500);
                long now = Stage.number(c, "select count(*) from message where network = 'vk'");
                if (now > last) {
                    last = now;
                    lastAt = System.nanoTime();
                    seconds = (lastAt - t0) / 1e9;
                }
                if (disturbed && round < ROUNDS && now >= all * (round + 1) / (ROUNDS + 2)) {
                    note(said, stage.form(stage.sandbox("/sandbox/vk/disturb"), "", "editShare", 0.1 / ROUNDS, "deleteShare", 0.05 / ROUNDS,
                            "seed", seed + round * 2, "tell", true));
                    round++;
                }
                if (killed < kills && now >= killAt[killed]) {
                    Thread.sleep(random.nextInt(700));
                    long k = System.nanoTime();
                    stage.kill();
                    stage.again();
                    dead += System.nanoTime() - k;
                    killed++;
                }
                long alive = Stage.number(sandbox, "select count(*) from sandbox_vk_message where deleted_at is null");
                boolean heard = now >= alive && Stage.number(c, "select count(*) from message where network = 'vk' and gone_at is null") >= alive;
                if (heard && killed == kills && round == (disturbed ? ROUNDS : 0)) break;
                if (System.nanoTime() - lastAt > 120e9) {
                    System.out.println("nothing new for two minutes");
                    break;
                }
            }
        }
        long[] c1 = stage.cpu();
        System.out.printf(Locale.ROOT, """
                HEARING messages=%d kills=%d disturbed=%b seed=%d
                  %.1f s, %.0f messages/s (%.1f s of it dead or starting: %.0f messages/s without them)
                  CPU per message: application %.3f ms, PostgreSQL %.3f ms; the sandbox %.3f ms, its PostgreSQL %.3f ms
                """, last, killed, disturbed, seed, seconds, last / seconds, dead / 1e9, last / (seconds - dead / 1e9),
                per(c0, c1, 0, last), per(c0, c1, 1, last), per(c0, c1, 2, last), per(c0, c1, 3, last));
        if (disturbed) {
            stage.troubles();
            settle();
        }
        return judged(said);
    }

    static double per(long[] before, long[] after, int i, long n) {
        return (after[i] - before[i]) / (double) n;
    }

    /** Every call of the Callback API has been made, and each wall heard to its end since. */
    static void settle() throws Exception {
        try (Connection c = stage.productData.connect()) {
            String since = java.time.Instant.now().toString();
            String behind = """
                    select count(*) from lane l join source s on s.lane_id = l.id and s.active and s.network = 'vk'
                     where l.heard_at is null or l.heard_at < '%s' or l.failures > 0 or l.next_at <= l.heard_at""".formatted(since);
            String size = "select count(*) + (select count(*) from message where gone_at is not null) + (select count(*) from message) from message_revision";
            long before = -1;
            for (int same = 0, i = 0; same < 8 && i < 300; i++, Thread.sleep(2500)) {
                long now = Stage.number(c, size);
                same = now == before && Stage.number(c, behind) == 0 ? same + 1 : 0;
                before = now;
            }
            System.out.printf("  walls not heard to their end: %d%n", Stage.number(c, behind));
        }
    }

    static long written(Connection c, Map<String, Said> said) throws SQLException {
        try (var r = c.createStatement().executeQuery("select owner_id || '_' || post_id || ' ' || id, encode(sha256(convert_to(text, 'UTF8')), 'hex') from sandbox_vk_message")) {
            while (r.next()) said.put(r.getString(1), new Said(new ArrayList<>(List.of(r.getString(2))), new boolean[1]));
        }
        return said.size();
    }

    static void note(Map<String, Said> said, String done) {
        Matcher m = Pattern.compile("\\{\"owner\":(-?\\d+),\"id\":(\\d+),\"post\":(\\d+),\"sha256\":\"([0-9a-f]*)\"\\}").matcher(done);
        while (m.find()) {
            Said s = said.get(m.group(1) + "_" + m.group(3) + " " + m.group(2));
            if (m.group(4).isEmpty()) s.deleted()[0] = true;
            else s.versions().add(m.group(4));
        }
    }

    static boolean judged(Map<String, Said> said) throws Exception {
        int once = 0, missing = 0, twice = 0, wrongText = 0, revised = 0, wrongPast = 0, tombstones = 0, noTombstone = 0, falseTombstone = 0, neverSeen = 0, again = 0, edited = 0, deleted = 0;
        long incidents, aside;
        var past = new HashMap<Long, List<String>>();
        try (Connection c = stage.productData.connect()) {
            incidents = Stage.number(c, "select count(*) from incident");
            aside = Stage.number(c, "select count(*) from listening_aside");
            twice = (int) Stage.number(c, "select count(*) from (select 1 from message group by network, thread, external_id having count(*) > 1) t");
            try (var r = c.createStatement().executeQuery("select message_id, encode(sha256(convert_to(text, 'UTF8')), 'hex') from message_revision order by message_id, revision")) {
                while (r.next()) past.computeIfAbsent(r.getLong(1), k -> new ArrayList<>()).add(r.getString(2));
            }
            var left = new HashMap<>(said);
            try (var r = c.createStatement().executeQuery("select id, thread || ' ' || external_id, encode(sha256(convert_to(text, 'UTF8')), 'hex'), gone_at is not null from message where network = 'vk'")) {
                while (r.next()) {
                    Said s = left.remove(r.getString(2));
                    if (s == null) {
                        falseTombstone++;
                        continue;
                    }
                    once++;
                    var versions = s.versions();
                    var known = new ArrayList<>(past.getOrDefault(r.getLong(1), List.of()));
                    known.add(r.getString(3));
                    if (!r.getString(3).equals(versions.get(versions.size() - 1)) && !s.deleted()[0]) wrongText++;
                    if (versions.size() > 1) edited++;
                    if (known.size() > 1) revised++;
                    // from what was heard first on, every text that it had; a call about a former text may come after a page with a later one
                    int from = versions.indexOf(known.get(0));
                    var wanted = from < 0 ? versions : versions.subList(from, versions.size());
                    if (from < 0 || !s.deleted()[0] && !known.containsAll(wanted)) wrongPast++;
                    else if (!s.deleted()[0] && !known.equals(wanted)) again++;
                    if (s.deleted()[0]) {
                        deleted++;
                        if (r.getBoolean(4)) tombstones++;
                        else noTombstone++;
                    } else if (r.getBoolean(4)) falseTombstone++;
                }
            }
            var where = new HashMap<String, Integer>();
            for (var e : left.entrySet()) {
                if (e.getValue().deleted()[0]) neverSeen++;
                else {
                    missing++;
                    where.merge(e.getKey().split(" ")[0], 1, Integer::sum);
                }
            }
            if (missing > 0) System.out.println("  missing by discussion: " + where);
        }
        System.out.printf("""
                  known once                %d (incidents %d), twice %d, missing %d, put aside %d
                  edited                    %d, with former texts %d (the others were edited before they were heard)
                    not the last text       %d
                    not all former texts    %d (a former text came after a later one: %d)
                  deleted                   %d after they were heard, marked %d, not marked %d; before it, and never heard: %d
                    marked or known wrongly %d
                """, once, incidents, twice, missing, aside, edited, revised, wrongText, wrongPast, again, deleted, tombstones, noTombstone, neverSeen, falseTombstone);
        return missing == 0 && twice == 0 && wrongText == 0 && wrongPast == 0 && noTombstone == 0 && falseTombstone == 0 && aside == 0 && incidents == once;
    }
}
