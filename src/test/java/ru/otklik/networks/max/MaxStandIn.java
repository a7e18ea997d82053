package ru.otklik.networks.max;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small strict MAX: one bot in one chat, or in one channel with comments; a word that it does not know is refused. */
final class MaxStandIn {

    static final String TOKEN = "f9LHodD0cOJ.secret-of-the_bot";
    static final long BOT = 7_000_000_001L;
    static final long CHAT = -70_801_090_403_050L;
    static final String POST = "mid.ffffbdb48e6c3775019d496b34390001";

    /** By method and first parts of the path: which words a query may have. */
    private static final Map<String, Set<String>> QUERIES = Map.of(
            "GET me", Set.of(),
            "GET updates", Set.of("limit", "timeout", "marker", "types"),
            "GET chats", Set.of(),
            "GET messages", Set.of("chat_id", "count"),
            "POST messages", Set.of("chat_id"),
            "PUT messages", Set.of("message_id", "comment_id"),
            "POST uploads", Set.of("type"),
            "POST upload", Set.of());

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Refusal(int status, String code) {}

    final List<String> calls = new ArrayList<>();
    final List<byte[]> uploads = new ArrayList<>();
    List<String> rights = List.of("read_all_messages", "write");
    int notReady;

    @Nullable
    JsonNode lastBody;

    private final boolean channel;
    private final HttpServer server;
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<Map<String, ?>> updates = new ArrayList<>();
    private final Map<String, Map<String, Object>> messages = new LinkedHashMap<>();
    private long clock = 1_763_900_000_123L;

    MaxStandIn(boolean channel) throws IOException {
        this.channel = channel;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    URI base() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    Place place() {
        return new Place("max", channel ? "channel" : "chat", "" + CHAT, "Город", "https://max.ru/gorod");
    }

    synchronized Address written(String text) {
        Map<String, Object> message = message(text, Map.of("user_id", 6_123_456_789L, "first_name", "Анна"));
        update(channel ? "comment_created" : "message_created", Map.of("message", message));
        return address(message);
    }

    synchronized void changed(Address post, String text) {
        Map<String, Object> message = requireNonNull(messages.get(post.message()));
        body(message).put("text", text);
        update(channel ? "comment_edited" : "message_edited", Map.of("message", message));
    }

    synchronized void deleted(Address post) {
        messages.remove(post.message());
        Map<String, Object> gone = new LinkedHashMap<>(Map.of("message_id", post.message(), "chat_id", CHAT));
        if (channel) {
            gone.put("post_id", POST);
        }
        update(channel ? "comment_removed" : "message_removed", gone);
    }

    synchronized boolean trouble(Trouble next) {
        if (next == Trouble.NONE) {
            troubles.clear();
        } else {
            troubles.add(next);
        }
        return true;
    }

    synchronized void refuse(int status, String code) {
        refusals.add(new Refusal(status, code));
    }

    synchronized void update(String type, Map<String, ?> content) {
        Map<String, Object> update = new LinkedHashMap<>(content);
        update.put("update_type", type);
        update.put("timestamp", clock++);
        updates.add(update);
    }

    synchronized Map<String, Object> message(String text, @Nullable Map<String, Object> sender) {
        String mid = "mid.ffffbdb48e6c3775019d496b3439%04x".formatted(messages.size() + 16);
        Map<String, Object> recipient =
                new LinkedHashMap<>(Map.of("chat_id", CHAT, "chat_type", channel ? "channel" : "chat"));
        if (channel) {
            recipient.put("post_id", POST);
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("recipient", recipient);
        message.put("timestamp", clock++);
        message.put("body", new LinkedHashMap<>(Map.of("mid", mid, "seq", 116327994376978687L, "text", text)));
        message.put("sender", sender);
        messages.put(mid, message);
        return message;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> body(Map<String, Object> message) {
        return (Map<String, Object>) requireNonNull(message.get("body"));
    }

    private Address address(Map<String, Object> message) {
        return new Address(
                channel ? CHAT + "/" + POST : "" + CHAT,
                String.valueOf(body(message).get("mid")));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            try {
                handle(exchange, body, troubles.isEmpty() ? Trouble.NONE : troubles.poll());
            } catch (IllegalArgumentException e) {
                refuse(exchange, new Refusal(400, "proto.payload"));
            }
        }
    }

    private void handle(HttpExchange exchange, byte[] body, Trouble trouble) throws IOException {
        switch (trouble) {
            case CUT -> {}
            case BROKEN -> send(exchange, 500, "{\"code\":\"internal.error\"}");
            case NONSENSE -> send(exchange, 200, "<html><body>Sorry</body></html>");
            case TOKEN_DEAD -> refuse(exchange, new Refusal(401, "verify.token"));
            case LIMIT -> refuse(exchange, new Refusal(429, "too.many.requests"));
            case COMMENTS_CLOSED -> refuse(exchange, new Refusal(200, "comments.disabled"));
            case POST_GONE -> refuse(exchange, new Refusal(404, "not.found"));
            case DONE_AND_CUT -> call(exchange, body);
            case NONE -> {
                if (refusals.isEmpty()) {
                    Object said = call(exchange, body);
                    if (said instanceof Refusal refusal) {
                        refuse(exchange, refusal);
                    } else {
                        send(exchange, 200, JSON.writeValueAsString(said));
                    }
                } else {
                    refuse(exchange, refusals.poll());
                }
            }
        }
    }

    private Object call(HttpExchange exchange, byte[] body) {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        String kind = exchange.getRequestMethod() + " " + path[0];
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        Set<String> known = QUERIES.get(kind);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        require(known != null && known.containsAll(query.keySet()));
        require(path[0].equals("upload") ? token == null : TOKEN.equals(token));
        calls.add(kind);
        return switch (kind) {
            case "GET me" -> me();
            case "GET updates" -> updates(query);
            case "GET chats" -> chat(path);
            case "GET messages" -> path.length == 1 || path.length == 3 ? list() : one(path[path.length - 1]);
            case "POST messages" -> sent(JSON.readTree(body), path, query);
            case "PUT messages" -> edited(JSON.readTree(body), query);
            case "POST uploads" -> Map.of("url", base() + "upload");
            default -> uploaded(body);
        };
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private Object chat(String[] path) {
        if (!path[1].equals("gorod") && !path[1].equals("" + CHAT)) {
            return new Refusal(404, "not.found");
        }
        return path.length > 2
                ? Map.of("user_id", BOT, "is_owner", false, "is_admin", true, "permissions", rights)
                : Map.of(
                        "chat_id",
                        CHAT,
                        "type",
                        channel ? "channel" : "chat",
                        "status",
                        "active",
                        "title",
                        "Город",
                        "link",
                        "https://max.ru/gorod");
    }

    /** Without a marker only the last update is given. */
    private Map<String, Object> updates(Map<String, String> query) {
        String marker = query.get("marker");
        int from = marker == null ? Math.max(0, updates.size() - 1) : Integer.parseInt(marker) - 40_000;
        int to = Math.min(updates.size(), from + Integer.parseInt(String.valueOf(query.get("limit"))));
        return Map.of("updates", updates.subList(Math.min(from, to), to), "marker", 40_000 + to);
    }

    private Map<String, Object> list() {
        var newestFirst = new ArrayList<>(messages.values());
        Collections.reverse(newestFirst);
        return Map.of("messages", newestFirst);
    }

    private Object one(String mid) {
        Map<String, Object> message = messages.get(mid);
        return message != null ? message : channel ? new Refusal(400, "proto.payload") : new Refusal(404, "not.found");
    }

    private Object sent(JsonNode said, String[] path, Map<String, String> query) {
        lastBody = said;
        require(Set.of("text", "link", "attachments").containsAll(said.propertyNames()));
        require(Set.of("type", "mid").containsAll(said.path("link").propertyNames()));
        require(channel ? path.length == 3 && path[1].equals(POST) : ("" + CHAT).equals(query.get("chat_id")));
        if (said.has("attachments") && notReady-- > 0) {
            return new Refusal(400, "attachment.not.ready");
        }
        String to = said.path("link").path("mid").stringValue();
        if (!messages.containsKey(to)) {
            return new Refusal(404, "not.found");
        }
        Map<String, Object> message = message(said.path("text").stringValue(), me());
        message.put("link", Map.of("type", "reply", "message", Map.of("mid", to)));
        return Map.of("message", message);
    }

    private Object edited(JsonNode said, Map<String, String> query) {
        Map<String, Object> message = messages.get(query.get(channel ? "comment_id" : "message_id"));
        if (message == null) {
            return new Refusal(404, "not.found");
        }
        require(Set.of("text").containsAll(said.propertyNames()));
        body(message).put("text", said.path("text").stringValue());
        return Map.of("success", true);
    }

    private Object uploaded(byte[] body) {
        uploads.add(body);
        return Map.of("photos", Map.of("a+b==", Map.of("token", "photo-token")));
    }

    private static Map<String, Object> me() {
        return Map.of("user_id", BOT, "first_name", "Отклик", "username", "otklik_bot", "is_bot", true);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not as it should be");
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        send(
                exchange,
                refusal.status(),
                JSON.writeValueAsString(Map.of("success", false, "code", refusal.code(), "message", "No")));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
