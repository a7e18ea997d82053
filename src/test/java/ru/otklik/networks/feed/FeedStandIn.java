package ru.otklik.networks.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import ru.otklik.networks.Trouble;

/** A site with a feed, or with whatever page a test puts there. */
final class FeedStandIn implements AutoCloseable {

    record Page(int status, String type, byte[] body, Map<String, String> headers) {
        static Page of(String type, String body) {
            return new Page(200, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        static Page moved(String to) {
            return new Page(302, "text/html", new byte[0], Map.of("Location", to));
        }
    }

    final HttpServer server;
    final Map<String, Page> pages = new HashMap<>();
    private final Map<String, String> items = new LinkedHashMap<>();
    private final Map<String, Instant> dates = new HashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    int whole;
    private int ids;

    FeedStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    synchronized String write(String text) {
        String id = at("/item/" + ++ids);
        items.put(id, text);
        dates.put(id, Instant.parse("2026-11-02T06:00:00Z").plusSeconds(60L * ids));
        return id;
    }

    synchronized void change(String id, String text) {
        items.put(id, text);
    }

    synchronized void delete(String id) {
        items.remove(id);
    }

    synchronized boolean next(Trouble trouble) {
        if (trouble == Trouble.NONE) {
            troubles.clear();
            return true;
        }
        boolean known = trouble == Trouble.BROKEN || trouble == Trouble.NONSENSE || trouble == Trouble.LIMIT;
        if (known) {
            troubles.add(trouble);
        }
        return known;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.poll();
        String path = exchange.getRequestURI().getPath();
        switch (trouble) {
            case BROKEN -> send(exchange, new Page(503, "text/html", new byte[0], Map.of()));
            case LIMIT -> send(exchange, new Page(429, "text/html", new byte[0], Map.of()));
            case NONSENSE -> send(exchange, Page.of("text/html", "<html><p>hello"));
            default -> send(exchange, path.equals("/feed.xml") ? feed(exchange) : page(path));
        }
    }

    private Page page(String path) {
        Page gone = new Page(404, "text/html", new byte[0], Map.of());
        return items.containsKey(at(path)) ? Page.of("text/html", "<html>item") : pages.getOrDefault(path, gone);
    }

    private Page feed(HttpExchange exchange) {
        String tag = "\"" + items.hashCode() + "\"";
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            return new Page(304, "", new byte[0], Map.of());
        }
        whole++;
        String body = items.entrySet().stream()
                .map(e ->
                        "<item><guid>%s</guid><link>%s</link><pubDate>%s</pubDate><description>%s</description></item>"
                                .formatted(
                                        e.getKey(),
                                        e.getKey(),
                                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                Objects.requireNonNull(dates.get(e.getKey()))
                                                        .atOffset(ZoneOffset.UTC)),
                                        // a description is HTML in XML: escaped twice
                                        HtmlUtils.htmlEscape(HtmlUtils.htmlEscape(e.getValue(), "UTF-8"), "UTF-8")))
                .collect(Collectors.joining());
        return new Page(
                200,
                "application/rss+xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Новости</title>" + body
                                + "</channel></rss>")
                        .getBytes(StandardCharsets.UTF_8),
                Map.of("ETag", tag));
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        page.headers().forEach(exchange.getResponseHeaders()::set);
        if (!page.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", page.type());
        }
        exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
        exchange.getResponseBody().write(page.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
