import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.otklik.Otklik;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.Queues;
import ru.otklik.casework.Actor;
import ru.otklik.directory.Authorities;
import ru.otklik.kernel.Role;

/**
 * The first 50 of each list with many open incidents: the query in this process, and the page over HTTP as its reader
 * gets it. Fills an empty database of its own (OTKLIK_DB_URL and the others). Arguments: open incidents, repetitions.
 */
public class QueueAtScale {

    static final String[] SEED = {
        """
        insert into message (network, thread, external_id, url, author_name, text, posted_at, received_at)
        select 'load', 'scale', 's' || n, 'https://social.invalid/wall' || n, 'Житель ' || n,
               repeat('Яма на дороге у дома ' || n || ', просим отремонтировать. ', 8), now(), now()
          from generate_series(1, ?) n
        """,
        // of each ten: eight in work, one to sort, one that awaits approval
        """
        insert into incident (id, version, network, state, regulation, topic, place, importance, assessed, test,
                              detected_at, returns, returned_by, drafts, interims, lead, routed_at, rounds, remarked,
                              co_executors, submitted, submitted_kind, submitted_by, submitted_at, approved_by, ordered,
                              centre_due, lead_due, journal_length, journal_hash)
        select id, 0, 'load', case id % 10 when 0 then 'DETECTED' when 1 then 'AWAITING_APPROVAL' else 'IN_WORK' end,
               ?, 'roads.potholes', null, 'ORDINARY', true, false,
               now(), 0, '{}', 0, 0, case when id % 10 <> 0 then a.ids[1 + id % cardinality(a.ids)] end, now(), 0, false,
               case when id % 25 = 7 then 1 else 0 end,
               case when id % 10 = 1 then 1 end, case when id % 10 = 1 then 'FINAL' end, 1, now(), '{}', false,
               case when id % 10 < 2 then now() + (hashint8(id) % 90000) * interval '1 second' end,
               case when id % 10 > 1 then now() + (hashint8(id) % 90000) * interval '1 second' end, 1, '\\x00'
          from message, (select array_agg(id) as ids from authority) a
         where thread = 'scale'
        """,
        """
        insert into co_execution (incident_id, authority, stage, contribution, due)
        select i.id, a.ids[1 + (i.id * 7) % cardinality(a.ids)], 'ASKED', 0,
               now() + (hashint8(i.id + 1) % 90000) * interval '1 second'
          from incident i, (select array_agg(id) as ids from authority) a
         where co_executors = 1
        """,
        "vacuum analyze"
    };

    public static void main(String[] a) throws Exception {
        int open = Integer.parseInt(a[0]);
        int times = Integer.parseInt(a[1]);
        try (var context = new SpringApplicationBuilder(Otklik.class)
                .properties("otklik.background=false", "otklik.demo=true", "server.port=0")
                .run()) {
            var jdbc = context.getBean(JdbcTemplate.class);
            seed(jdbc, open);
            var queues = context.getBean(Queues.class);
            int lead = context.getBean(Authorities.class).find("roads-ministry").orElseThrow().id();
            String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            var executor = new Actor(3, "Исполнитель", Set.of(Role.EXECUTOR), lead);
            var operator = new Actor(1, "Оператор", Set.of(Role.OPERATOR), null);
            var controller = new Actor(2, "Контроль", Set.of(Role.CONTROLLER), null);
            query(queues, Queue.AUTHORITY, executor, times);
            query(queues, Queue.CENTRE, operator, times);
            query(queues, Queue.ALL, controller, times);
            page(base, "roads-ministry-executor", times);
            page(base, "operator", times);
            page(base, "controller", times);
        }
        System.exit(0);
    }

    static void seed(JdbcTemplate jdbc, int open) {
        if (jdbc.queryForObject("select count(*) from message", Long.class) > 0) return;
        jdbc.update(SEED[0], open);
        jdbc.update(SEED[1], "stavropol@0");
        jdbc.update(SEED[2]);
        jdbc.execute(SEED[3]);
    }

    static void query(Queues queues, Queue queue, Actor who, int times) throws Exception {
        measure("query " + queue, times, () -> queues.list(queue, who, Queues.Filter.NONE, null, Instant.now()).rows().size());
    }

    static void page(String base, String login, int times) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL).build();
        String form = get(http, base + "/login");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        if (!token.find()) throw new IllegalStateException(form);
        String body = "username=" + login + "&password=otklik-demo&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        http.send(HttpRequest.newBuilder(URI.create(base + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding());
        measure("page  " + login, times, () -> {
            String page = get(http, base + "/");
            if (!page.contains("/incidents/")) throw new IllegalStateException(page);
            return page.length();
        });
    }

    static String get(HttpClient http, String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    static void measure(String what, int times, Callable<Integer> call) throws Exception {
        long[] took = new long[times];
        int size = 0;
        for (int i = -times / 2; i < times; i++) { // a third for warm-up
            long t = System.nanoTime();
            size = call.call();
            if (i >= 0) took[i] = System.nanoTime() - t;
        }
        Arrays.sort(took);
        System.out.printf(Locale.ROOT, "%-32s size=%d min=%.2f p50=%.2f p99=%.2f ms%n", what, size, took[0] / 1e6,
                took[times / 2] / 1e6, took[Math.max(0, (int) (times * 0.99) - 1)] / 1e6);
    }
}
