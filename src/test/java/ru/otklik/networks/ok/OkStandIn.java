package ru.otklik.networks.ok;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.DigestUtils;
import ru.otklik.networks.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as the network documents it, and checks the signature of each call. */
final class OkStandIn implements AutoCloseable {

    static final String GROUP = "53038939046008";
    static final String TOKEN = "tkn1-very-secret";
    static final String APPLICATION = "CBAAAAAAA";
    static final String SECRET = "AAAA-application-secret";
    private static final int PAGE = 100;

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, Object>> topics = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> comments = new HashMap<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    final List<String> called = new ArrayList<>();
    private long time = 1_760_000_000_000L;
    private int ids;
    int page = PAGE;
    boolean listForbidden;

    OkStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/fb.do", this::handle);
        server.start();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/fb.do".formatted(server.getAddress().getPort()));
    }

    synchronized String topic(String text) {
        String id = "6246544608" + (1000 + ids++);
        var topic = new HashMap<String, Object>(Map.of(
                "id", id, "created_ms", time += 1000, "author_ref", "group:" + GROUP, "owner_ref", "group:" + GROUP));
        topic.put("media", List.of(Map.of("type", "text", "text", text)));
        topics.put(id, topic);
        comments.put(id, new ArrayList<>());
        return id;
    }

    synchronized void retell(String topic, String text) {
        there(topics, topic).put("media", List.of(Map.of("type", "text", "text", text)));
    }

    synchronized void deleteTopic(String topic) {
        topics.remove(topic);
        comments.remove(topic);
    }

    synchronized String comment(String topic, String author, String text) {
        String id = "MTQyNTg5:" + (5000 + ids++);
        there(comments, topic)
                .add(new HashMap<>(Map.of(
                        "id",
                        id,
                        "text",
                        text,
                        "author_id",
                        author,
                        "author_name",
                        "Имя",
                        "date_ms",
                        time += 1000,
                        "type",
                        "ACTIVE_MESSAGE")));
        return id;
    }

    synchronized void change(String comment, String text) {
        comments.values()
                .forEach(
                        l -> l.stream().filter(c -> comment.equals(c.get("id"))).forEach(c -> c.put("text", text)));
    }

    synchronized void delete(String comment) {
        comments.values().forEach(l -> l.removeIf(c -> comment.equals(c.get("id"))));
    }

    synchronized boolean next(Trouble trouble) {
        if (trouble == Trouble.NONE) {
            troubles.clear();
        } else {
            troubles.add(trouble);
        }
        return true;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var parameters = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        called.add(parameters.getOrDefault("method", ""));
        Trouble trouble = troubles.isEmpty() ? Trouble.NONE : troubles.poll();
        switch (trouble) {
            case BROKEN -> send(exchange, 500, "<html>broken</html>");
            case CUT -> exchange.close();
            case DONE_AND_CUT -> {
                answer(parameters);
                exchange.close();
            }
            case NONSENSE -> send(exchange, 200, "<html>hello</html>");
            case TOKEN_DEAD -> send(exchange, 200, json.writeValueAsString(error(102, "session " + TOKEN)));
            case LIMIT -> send(exchange, 200, json.writeValueAsString(error(11, "LIMIT_REACHED")));
            case COMMENTS_CLOSED -> send(exchange, 200, json.writeValueAsString(error(456, "GROUP_RESTRICTION")));
            case POST_GONE -> send(exchange, 200, json.writeValueAsString(error(300, "NOT_FOUND")));
            default -> send(exchange, 200, json.writeValueAsString(answer(parameters)));
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(
                        p -> URLDecoder.decode(p[0], StandardCharsets.UTF_8),
                        p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> error(int code, String text) {
        return Map.of("error_code", code, "error_msg", text);
    }

    private Object answer(Map<String, String> p) {
        if (!TOKEN.equals(p.get("access_token"))) {
            return error(103, "PARAM_SESSION_KEY");
        }
        if (!APPLICATION.equals(p.get("application_key"))) {
            return error(101, "PARAM_API_KEY");
        }
        if (!signature(p).equals(p.get("sig"))) {
            return error(104, "PARAM_SIGNATURE");
        }
        return switch (there(p, "method")) {
            case "stream.get" -> GROUP.equals(p.get("gid")) ? stream() : error(160, "PARAM_GROUP_ID");
            case "discussions.getList" -> listForbidden ? error(10, "PERMISSION_DENIED") : list();
            case "discussions.getComments" -> commentPage(p);
            case "mediatopic.getByIds" ->
                Map.of(
                        "media_topics",
                        topics.containsKey(p.get("topic_ids"))
                                ? List.of(there(topics, there(p, "topic_ids")))
                                : List.of());
            case "group.getInfo" ->
                GROUP.equals(p.get("uids")) ? List.of(Map.of("uid", GROUP, "name", "Ставрополье")) : List.of();
            case "url.getInfo" ->
                there(p, "url").endsWith("/stavropol")
                        ? Map.of("type", "GROUP", "objectId", Long.parseLong(GROUP))
                        : error(300, "NOT_FOUND");
            case "users.getCurrentUser" -> Map.of("uid", "777", "name", "Центр");
            case "discussions.addDiscussionComment" ->
                "GROUP_TOPIC".equals(p.get("entityType"))
                        ? comment(there(p, "entityId"), "777", there(p, "comment"))
                        : error(100, "PARAM");
            default -> error(3, "METHOD");
        };
    }

    private static String signature(Map<String, String> p) {
        var signed = new TreeMap<>(p);
        signed.remove("sig");
        signed.remove("access_token");
        String key = md5(TOKEN + SECRET);
        return md5(signed.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining())
                + key);
    }

    private static String md5(String text) {
        return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private Object stream() {
        var newest = new ArrayList<>(topics.values());
        Collections.reverse(newest);
        var page = newest.stream().limit(20).toList();
        page.forEach(t -> t.put(
                "discussion_summary",
                Map.of(
                        "comments_count",
                        there(comments, String.valueOf(t.get("id"))).size())));
        return Map.of(
                "anchor", "a",
                "feeds", page.stream().map(t -> Map.of("pattern", "POST")).toList(),
                "entities",
                        Map.of("media_topics", page, "groups", List.of(Map.of("uid", GROUP, "name", "Ставрополье"))));
    }

    private Object list() {
        return Map.of(
                "discussions",
                comments.entrySet().stream()
                        .map(e -> Map.of(
                                "object_type", "GROUP_TOPIC",
                                "object_id", e.getKey(),
                                "total_comments_count", e.getValue().size(),
                                "ref_objects", List.of(Map.of("type", "GROUP", "id", GROUP))))
                        .toList());
    }

    /** The newest first, the way to older ones by the anchor. */
    private Object commentPage(Map<String, String> p) {
        var all = comments.get(p.get("discussionId"));
        if (all == null || !"GROUP_TOPIC".equals(p.get("discussionType"))) {
            return error(300, "NOT_FOUND");
        }
        int before = all.size() - Integer.parseInt(p.getOrDefault("anchor", "0"));
        int from = Math.max(0, before - page);
        var some = new ArrayList<>(all.subList(from, Math.max(from, before)));
        Collections.reverse(some);
        return Map.of("comments", some, "has_more", from > 0, "anchor", String.valueOf(all.size() - from));
    }

    private static <T> T there(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
