import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two processes of the product on two PostgreSQL of their own: one is the sandbox alone, so that the network outlives
 * what happens to the other, which is measured, killed and started again.
 */
final class Stage implements AutoCloseable {

    static final int ROADS = -100003;
    private static final Pattern HEX = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    /** A PostgreSQL as Debian brings it, with what its configuration says by itself. */
    record Postgres(Process process, int port) {
        String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url(), "postgres", "");
        }
    }

    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    final Path root;
    final Path work;
    final int sandboxPort = freePort();
    final int productPort = freePort();
    Postgres sandboxData, productData;
    int kills;
    private Process sandbox, product;
    private final List<String> productOptions = new ArrayList<>();
    private long productCpuOfDead;

    Stage(Path root) throws Exception {
        this.root = root;
        this.work = Files.createTempDirectory("otklik-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        Files.setPosixFilePermissions(work, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        sandboxData = postgres("sandbox", "off");
        productData = postgres("product", "on");
        sandbox = start("sandbox", sandboxPort, sandboxData, List.of("-Dotklik.background=false"));
        await(sandbox, sandboxPort);
    }

    /** @param options of Java, for this start and all that follow */
    void startProduct(String... options) throws Exception {
        productOptions.addAll(List.of(
                "-Dotklik.networks.api.vk=" + sandbox("/sandbox/vk/method/"),
                "-Dotklik.networks.api.telegram=" + sandbox("/sandbox/telegram/")));
        productOptions.addAll(List.of(options));
        again();
    }

    void kill() throws Exception {
        productCpuOfDead += ticks(product.pid());
        product.destroyForcibly();
        product.waitFor();
        kills++;
    }

    void again() throws Exception {
        product = start("product", productPort, productData, productOptions);
        await(product, productPort);
    }

    String sandbox(String path) {
        return "http://127.0.0.1:" + sandboxPort + path;
    }

    String product(String path) {
        return "http://127.0.0.1:" + productPort + path;
    }

    /** In ms since the start: the product in all its lives, its PostgreSQL, the sandbox, the sandbox's PostgreSQL. */
    long[] cpu() {
        return new long[] {
            (productCpuOfDead + ticks(product.pid())) * 10,
            family(productData.process().pid()) * 10,
            ticks(sandbox.pid()) * 10,
            family(sandboxData.process().pid()) * 10
        };
    }

    long productPid() {
        return product.pid();
    }

    String token(String user) throws Exception {
        var builder = java(List.of("-Xmx224m"), "token", "create", "--user", user, "--name", "bench");
        environment(builder, "product", productPort, productData);
        Process p = builder.redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher m = Pattern.compile("otk_\\S+").matcher(said);
        if (p.waitFor() != 0 || !m.find()) throw new IllegalStateException(said);
        return m.group();
    }

    /** POST of a form; the body of what is answered. */
    String form(String url, String cookie, Object... pairs) throws IOException, InterruptedException {
        var fields = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) fields.put(pairs[i].toString(), pairs[i + 1].toString());
        String body = fields.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var r = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        var got = http.send(r, BodyHandlers.ofString());
        if (got.statusCode() >= 400) throw new IllegalStateException(url + " " + got.statusCode() + " " + got.body());
        return got.body();
    }

    /** What an administrator does on a page of the product: signs in, opens it, sends its form. */
    void asAdministrator(String page, String action, Object... pairs) throws IOException, InterruptedException {
        var jar = new java.net.CookieManager();
        var browser = HttpClient.newBuilder().cookieHandler(jar).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL).build();
        send(browser, "/login", "/login", "username", "admin", "password", "otklik-demo");
        send(browser, page, action, pairs);
    }

    private void send(HttpClient browser, String page, String action, Object... pairs) throws IOException, InterruptedException {
        String html = browser.send(HttpRequest.newBuilder(URI.create(product(page))).build(), BodyHandlers.ofString()).body();
        Matcher m = HEX.matcher(html);
        String csrf = m.find() ? m.group(1) == null ? m.group(2) : m.group(1) : "";
        var body = new StringBuilder("_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8));
        for (int i = 0; i < pairs.length; i += 2) {
            body.append('&').append(pairs[i]).append('=').append(URLEncoder.encode(pairs[i + 1].toString(), StandardCharsets.UTF_8));
        }
        var got = browser.send(HttpRequest.newBuilder(URI.create(product(action))).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
        if (got.statusCode() >= 400 || got.uri().getPath().equals("/login")) {
            throw new IllegalStateException(action + " " + got.statusCode() + " " + got.uri());
        }
    }

    /** Chances of every call, by the names of the sandbox's mishaps. */
    void troubles(Object... pairs) throws IOException, InterruptedException {
        form(sandbox("/sandbox/vk/trouble"), "", pairs);
    }

    void generate(int walls, int posts, int commentsPerPost, long seed, int spreadSeconds) throws Exception {
        for (String wall : List.of("stavkrai", "stavonline", "mindor_sk").subList(0, walls)) {
            form(sandbox("/sandbox/vk/generate"), "", "posts", posts, "commentsPerPost", commentsPerPost,
                    "seed", seed++, "spreadSeconds", spreadSeconds, "wall", wall);
        }
    }

    static long number(Connection c, String sql) throws SQLException {
        try (var s = c.createStatement(); var r = s.executeQuery(sql)) {
            r.next();
            return r.getLong(1);
        }
    }

    static void change(Connection c, String sql) throws SQLException {
        try (var s = c.createStatement()) {
            s.executeUpdate(sql);
        }
    }

    private Process start(String name, int port, Postgres data, List<String> more) throws IOException {
        var options = new ArrayList<>(List.of(System.getenv().getOrDefault("OTKLIK_BENCH_JAVA", "-Xms64m -Xmx224m -Xss512k -XX:+UseSerialGC").split(" ")));
        options.addAll(more);
        var builder = java(options, "run");
        environment(builder, name, port, data);
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve(name + ".out").toFile())).start();
    }

    private ProcessBuilder java(List<String> options, String... arguments) {
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
        command.addAll(List.of("-jar", root.resolve("target/app/otklik.jar").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private void environment(ProcessBuilder builder, String name, int port, Postgres data) {
        builder.environment().putAll(Map.of(
                "OTKLIK_HOME", work.resolve(name + "-home").toString(), "OTKLIK_PORT", "" + port, "OTKLIK_DEMO", "true",
                "OTKLIK_DB_URL", data.url(), "OTKLIK_DB_USER", "postgres", "OTKLIK_DB_PASSWORD", "", "MALLOC_ARENA_MAX", "2"));
    }

    private void await(Process p, int port) throws Exception {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).timeout(Duration.ofSeconds(5)).build();
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3); System.nanoTime() < end; Thread.sleep(50)) {
            if (!p.isAlive()) throw new IllegalStateException("ended by itself, see " + work + "/*.out");
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // asked again
            }
        }
        throw new IllegalStateException("did not start, see " + work);
    }

    private Postgres postgres(String name, String fsync) throws Exception {
        Path bin = Path.of(System.getenv().getOrDefault("OTKLIK_BENCH_POSTGRES", "/usr/lib/postgresql/15/bin"));
        Path data = Files.createDirectory(work.resolve(name + "-data"));
        boolean root = System.getProperty("user.name").equals("root");
        if (root) run("chown", "postgres", data.toString());
        List<String> as = root ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of();
        run(with(as, bin + "/initdb", "-D", data.toString(), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"));
        int port = freePort();
        Process p = new ProcessBuilder(with(as, bin + "/postgres", "-D", data.toString(), "-p", "" + port, "-k", data.toString(),
                "-c", "listen_addresses=127.0.0.1", "-c", "fsync=" + fsync)).redirectErrorStream(true)
                .redirectOutput(work.resolve(name + "-postgres.out").toFile()).start();
        var made = new Postgres(p, port);
        for (int i = 0; ; i++) {
            try (var c = made.connect()) {
                return made;
            } catch (SQLException notYet) {
                if (i > 100 || !p.isAlive()) throw notYet;
                Thread.sleep(100);
            }
        }
    }

    private static String[] with(List<String> as, String... command) {
        var all = new ArrayList<>(as);
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }

    private void run(String... command) throws Exception {
        Process p = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (p.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }

    private static int freePort() throws IOException {
        try (var s = new ServerSocket(0)) {
            return s.getLocalPort();
        }
    }

    private static String[] stat(long pid) {
        try {
            String s = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return s.substring(s.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return null;
        }
    }

    private static long ticks(long pid) {
        String[] g = stat(pid);
        return g == null ? 0 : Long.parseLong(g[11]) + Long.parseLong(g[12]);
    }

    /** With its children, those that ended too. */
    private static long family(long pid) {
        String[] g = stat(pid);
        long own = g == null ? 0 : Long.parseLong(g[13]) + Long.parseLong(g[14]);
        return own + ticks(pid) + ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).mapToLong(c -> ticks(c.pid())).sum();
    }

    @Override
    public void close() {
        end();
    }

    private synchronized void end() {
        for (Process p : new Process[] {product, sandbox}) if (p != null) p.destroyForcibly();
        for (Postgres p : new Postgres[] {productData, sandboxData}) {
            if (p == null) continue;
            try {
                // SIGTERM would wait for whoever is connected
                new ProcessBuilder("kill", "-INT", "" + p.process().pid()).start().waitFor();
                if (!p.process().waitFor(10, TimeUnit.SECONDS)) p.process().destroyForcibly().waitFor();
            } catch (IOException | InterruptedException e) {
                p.process().destroyForcibly();
            }
        }
        product = sandbox = null;
        productData = sandboxData = null;
        if (System.getenv("OTKLIK_BENCH_KEEP") != null) return;
        try (var all = Files.walk(work)) {
            all.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException left) {
            System.err.println("left: " + work);
        }
    }
}
