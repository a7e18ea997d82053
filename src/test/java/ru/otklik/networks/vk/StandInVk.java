package ru.otklik.networks.vk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** A small VK in memory, strict about methods, parameters and tokens. */
final class StandInVk implements AutoCloseable {

    static final long GROUP = 123;
    static final long CITIZEN = 456;
    static final String COMMUNITY = "vk1.a.community-token";
    static final String SERVICE = "service-token";
    static final String EDITOR = "vk1.a.editor-token";

    private static final Map<String, String> TOKENS = Map.of(COMMUNITY, "g", SERVICE, "s", EDITOR, "u");
    private static final long START = 1_795_000_000L;

    record Call(String method, Map<String, String> parameters, String query) {}

    static final class Item {
        long id;
        long from;
        long date;
        String text = "";
        long thread; // the post or topic; 0: it is one
        long top; // the comment of the first level above it
        long replyTo;
        boolean topic;
        boolean deleted;
        String attachments = "";
    }

    static final class Refusal extends RuntimeException {
        final int code;

        Refusal(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    final Map<Long, Item> items = new TreeMap<>();
    final List<byte[]> uploads = new ArrayList<>();
    /** By method: what is said instead of an answer. */
    final Map<String, String> lies = new HashMap<>();

    /** Each item of a page is said twice. */
    boolean twice;

    boolean mayWall = true;
    boolean editorIsAdmin = true;

    private final Map<String, Long> guids = new HashMap<>();
    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private long ids;

    StandInVk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newSingleThreadExecutor(r -> {
            var thread = new Thread(r, "stand-in-vk");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/method/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // ---- what happens in the network

    synchronized Item post(String text) {
        return add(0, 0, 0, CITIZEN, text, false);
    }

    synchronized Item topic(String text) {
        Item topic = add(0, 0, 0, CITIZEN, "", true);
        comment(topic.id, text);
        return topic;
    }

    synchronized Item comment(long thread, String text) {
        return add(thread, 0, 0, CITIZEN, text, item(thread).topic);
    }

    synchronized Item reply(long to, String text) {
        Item above = item(to);
        return add(above.thread, above.top == 0 ? to : above.top, to, CITIZEN, text, false);
    }

    synchronized void change(long id, String text) {
        item(id).text = text;
    }

    synchronized void delete(long id) {
        item(id).deleted = true;
    }

    synchronized void trouble(Trouble next) {
        if (next == Trouble.NONE) {
            troubles.clear();
        } else {
            troubles.add(next);
        }
    }

    synchronized Item item(long id) {
        return Objects.requireNonNull(items.get(id));
    }

    static Address address(Item i) {
        String thread = -GROUP + (i.topic ? "_board_" : "_") + (i.thread == 0 ? i.id : i.thread);
        return new Address(thread, String.valueOf(i.id));
    }

    private Item add(long thread, long top, long replyTo, long from, String text, boolean topic) {
        var i = new Item();
        i.id = ++ids;
        // two in one second, so that nothing may lean on the time alone
        i.date = START + ids / 2;
        i.thread = thread;
        i.top = top;
        i.replyTo = replyTo;
        i.from = from;
        i.text = text;
        i.topic = topic;
        items.put(i.id, i);
        return i;
    }

    // ---- HTTP

    private synchronized void handle(HttpExchange x) throws IOException {
        byte[] body = x.getRequestBody().readAllBytes();
        String path = x.getRequestURI().getPath();
        if (path.equals("/upload")) {
            uploads.add(body);
            send(x, 200, "{\"server\":7,\"photo\":\"[{}]\",\"hash\":\"abc\"}");
            return;
        }
        String method = path.substring("/method/".length());
        var asked = new LinkedHashMap<String, String>();
        for (String pair : new String(body, UTF_8).split("&")) {
            int eq = pair.indexOf('=');
            asked.put(pair.substring(0, eq), URLDecoder.decode(pair.substring(eq + 1), UTF_8));
        }
        calls.add(new Call(method, asked, String.valueOf(x.getRequestURI().getQuery())));
        Trouble trouble = method.equals("groups.getById") ? null : troubles.poll();
        if (trouble == Trouble.BROKEN) {
            send(x, 500, "oops");
        } else if (trouble == Trouble.CUT) {
            x.close();
        } else if (trouble == Trouble.NONSENSE) {
            send(x, 200, "<html>");
        } else if (lies.containsKey(method)) {
            send(x, 200, lies.get(method));
        } else {
            String said = said(method, asked, trouble);
            if (trouble == Trouble.DONE_AND_CUT) {
                x.close();
            } else {
                send(x, 200, said);
            }
        }
    }

    private String said(String method, Map<String, String> asked, @Nullable Trouble trouble) {
        try {
            if (trouble != null) {
                refuse(trouble);
            }
            return json.writeValueAsString(Map.of("response", response(method, asked)));
        } catch (Refusal r) {
            return json.writeValueAsString(Map.of(
                    "error",
                    Map.of("error_code", r.code, "error_msg", r.getMessage(), "request_params", asked.toString())));
        }
    }

    private static void refuse(Trouble trouble) {
        switch (trouble) {
            case TOKEN_DEAD -> throw new Refusal(5, "User authorization failed: access_token has expired.");
            case LIMIT -> throw new Refusal(6, "Too many requests per second");
            case COMMENTS_CLOSED -> throw new Refusal(213, "Access to status replies denied");
            case POST_GONE -> throw new Refusal(15, "Access denied: post was deleted");
            default -> {}
        }
    }

    private static void send(HttpExchange x, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        x.sendResponseHeaders(status, bytes.length);
        x.getResponseBody().write(bytes);
        x.close();
    }

    // ---- the methods

    private Object response(String method, Map<String, String> asked) {
        var schema = VkSchema.methods().get(method);
        if (schema == null) {
            throw new Refusal(3, "Unknown method passed");
        }
        String token = TOKENS.get(asked.get("access_token"));
        if (token == null || !"5.199".equals(asked.get("v"))) {
            throw new Refusal(5, "User authorization failed");
        }
        if (!schema.tokens().contains(token)) {
            throw token.equals("g")
                    ? new Refusal(27, "Group authorization failed: method is unavailable with group auth.")
                    : new Refusal(28, "Application authorization failed: method is unavailable with service token.");
        }
        asked.keySet().forEach(p -> {
            if (!schema.parameters().contains(p) && !p.equals("access_token") && !p.equals("v")) {
                throw new Refusal(100, "One of the parameters specified was missing or invalid: unknown " + p);
            }
        });
        schema.required().forEach(p -> {
            if (asked.getOrDefault(p, "").isEmpty()) {
                throw new Refusal(100, "One of the parameters specified was missing or invalid: no " + p);
            }
        });
        return switch (method) {
            case "wall.get" -> wall(asked);
            case "wall.getById" -> byId(asked);
            case "wall.getComments" -> comments(asked);
            case "wall.getComment" -> comment(asked);
            case "wall.createComment" -> create(asked, false);
            case "board.getTopics" -> topics(asked);
            case "board.getComments" -> comments(asked);
            case "board.createComment" -> create(asked, true);
            case "newsfeed.search" -> search(asked);
            case "photos.getWallUploadServer" ->
                Map.of("upload_url", api().resolve("/upload").toString(), "album_id", -14);
            case "photos.saveWallPhoto" -> List.of(Map.of("id", 900 + uploads.size(), "owner_id", -GROUP));
            case "groups.getById" -> group(asked, token);
            case "groups.getTokenPermissions" ->
                Map.of(
                        "mask",
                        0,
                        "permissions",
                        mayWall ? List.of(Map.of("name", "wall", "setting", 8192)) : List.of());
            case "users.get" -> token.equals("s") ? List.of() : List.of(citizen());
            default ->
                "stavkrai".equals(asked.get("screen_name")) ? Map.of("type", "group", "object_id", GROUP) : List.of();
        };
    }

    private Object group(Map<String, String> asked, String token) {
        String id = asked.getOrDefault("group_id", token.equals("g") ? "123" : "");
        return Map.of(
                "groups",
                id.equals("123")
                        ? List.of(Map.of(
                                "id", GROUP, "name", "Край", "is_admin", token.equals("u") && editorIsAdmin ? 1 : 0))
                        : List.of(),
                "profiles",
                List.of());
    }

    private static Map<String, Object> citizen() {
        return Map.of("id", CITIZEN, "first_name", "Анна", "last_name", "Ким");
    }

    private Map<String, Object> page(List<Map<String, Object>> items, long count) {
        var page = new LinkedHashMap<String, Object>();
        page.put("count", count);
        page.put("items", twice ? items.stream().flatMap(i -> Stream.of(i, i)).toList() : items);
        page.put("profiles", List.of(citizen()));
        page.put("groups", List.of(Map.of("id", GROUP, "name", "Край")));
        return page;
    }

    private static int number(Map<String, String> asked, String name, int otherwise) {
        return Integer.parseInt(asked.getOrDefault(name, String.valueOf(otherwise)));
    }

    private static <T> List<T> cut(List<T> all, Map<String, String> asked, int most) {
        int count = number(asked, "count", 20);
        if (count > most) {
            throw new Refusal(100, "One of the parameters specified was missing or invalid: count");
        }
        return all.stream().skip(number(asked, "offset", 0)).limit(count).toList();
    }

    private Stream<Item> live(boolean topic) {
        return items.values().stream()
                .filter(i -> i.thread == 0 && i.topic == topic && !i.deleted)
                .sorted(Comparator.comparingLong((Item i) -> i.id).reversed());
    }

    private Object wall(Map<String, String> asked) {
        if (!("club" + GROUP).equals(asked.get("domain"))) {
            throw new Refusal(100, "One of the parameters specified was missing or invalid: domain");
        }
        var all = live(false).toList();
        return page(cut(all, asked, 100).stream().map(this::shown).toList(), all.size());
    }

    private Object byId(Map<String, String> asked) {
        var found = Stream.of(asked.getOrDefault("posts", "").split(","))
                .map(p -> items.get(Long.parseLong(p.substring(p.indexOf('_') + 1))))
                .filter(i -> i != null && i.thread == 0 && !i.deleted)
                .map(this::shown)
                .toList();
        return page(found, found.size());
    }

    private Object topics(Map<String, String> asked) {
        var wanted = List.of(asked.getOrDefault("topic_ids", "").split(","));
        var all = live(true)
                .filter(t -> wanted.contains("") || wanted.contains(String.valueOf(t.id)))
                .sorted(Comparator.comparingLong(this::updated).reversed())
                .toList();
        var page = page(
                cut(all, asked, 100).stream()
                        .map(t -> Map.<String, Object>of(
                                "id",
                                t.id,
                                "updated",
                                updated(t),
                                "comments",
                                below(t.id).count()))
                        .toList(),
                all.size());
        page.put("default_order", 1);
        return page;
    }

    private long updated(Item topic) {
        return below(topic.id).mapToLong(i -> i.date).max().orElse(topic.date);
    }

    private Stream<Item> below(long thread) {
        return items.values().stream().filter(i -> i.thread == thread && !i.deleted);
    }

    private Object comments(Map<String, String> asked) {
        boolean board = asked.containsKey("topic_id");
        long thread = Long.parseLong(asked.get(board ? "topic_id" : "post_id"));
        Item head = items.get(thread);
        if (head == null || head.deleted) {
            throw new Refusal(15, "Access denied");
        }
        long top = number(asked, "comment_id", 0);
        long start = number(asked, "start_comment_id", 0);
        // a deleted comment stays as an empty place while there is something below
        var level = items.values().stream()
                .filter(i -> i.thread == thread && i.top == top)
                .filter(i -> !i.deleted || below(thread).anyMatch(r -> r.top == i.id))
                .filter(i -> i.id >= start)
                .sorted(
                        "desc".equals(asked.get("sort"))
                                ? Comparator.comparingLong((Item i) -> i.id).reversed()
                                : Comparator.comparingLong(i -> i.id))
                .toList();
        int each = number(asked, "thread_items_count", 0);
        var page = page(
                cut(level, asked, 100).stream().map(i -> commented(i, each)).toList(),
                board ? level.size() : below(thread).count());
        if (!board) {
            page.put("current_level_count", level.size());
        }
        return page;
    }

    private Map<String, Object> commented(Item i, int each) {
        if (i.deleted) {
            var empty = new LinkedHashMap<String, Object>(Map.of("id", i.id, "deleted", true, "date", i.date));
            empty.put("thread", thread(i, each));
            return empty;
        }
        var shown = shown(i);
        if (!i.topic && i.top == 0) {
            shown.put("thread", thread(i, each));
        }
        return shown;
    }

    private Map<String, Object> thread(Item i, int each) {
        var replies = below(i.thread).filter(r -> r.top == i.id).toList();
        return Map.of(
                "count",
                replies.size(),
                "items",
                replies.stream().limit(each).map(this::shown).toList());
    }

    private Object comment(Map<String, String> asked) {
        Item i = items.get(Long.parseLong(asked.get("comment_id")));
        if (i == null || i.deleted || i.topic || i.thread == 0) {
            throw new Refusal(100, "One of the parameters specified was missing or invalid");
        }
        return page(List.of(shown(i)), 1);
    }

    private Object search(Map<String, String> asked) {
        long start = Long.parseLong(asked.getOrDefault("start_time", "0"));
        int from = number(asked, "start_from", 0);
        int count = number(asked, "count", 30);
        var all = live(false)
                .filter(i -> i.text.contains(asked.get("q")) && i.date >= start)
                .toList();
        var page = page(all.stream().skip(from).limit(count).map(this::shown).toList(), all.size());
        if (from + count < all.size()) {
            page.put("next_from", String.valueOf(from + count));
        }
        return page;
    }

    private Map<String, Object> shown(Item i) {
        var m = new LinkedHashMap<String, Object>();
        m.put("id", i.id);
        m.put("from_id", i.from);
        m.put("date", i.date);
        m.put("text", i.text);
        if (!i.topic) {
            m.put("owner_id", -GROUP);
        }
        if (i.thread == 0) {
            m.put("comments", Map.of("count", below(i.id).count()));
            m.put("post_type", "post");
        } else if (!i.topic) {
            m.put("post_id", i.thread);
            m.put("parents_stack", i.top == 0 ? List.of() : List.of(i.top));
            if (i.replyTo != 0) {
                m.put("reply_to_comment", i.replyTo);
            }
        }
        return m;
    }

    private Object create(Map<String, String> asked, boolean board) {
        long thread = Long.parseLong(asked.get(board ? "topic_id" : "post_id"));
        long to = number(asked, "reply_to_comment", 0);
        Item head = items.get(thread);
        if (head == null || head.deleted || to != 0 && item(to).deleted) {
            throw new Refusal(100, "One of the parameters specified was missing or invalid");
        }
        Long before = guids.get(asked.get("guid"));
        if (before == null) {
            Item above = items.get(to);
            long top = above == null ? 0 : above.top == 0 ? to : above.top;
            Item i = add(thread, top, to, -GROUP, asked.getOrDefault("message", ""), board);
            i.attachments = asked.getOrDefault("attachments", "");
            before = i.id;
            guids.put(asked.get("guid"), before);
        }
        Item made = item(before);
        return board
                ? made.id
                : Map.of("comment_id", made.id, "parents_stack", made.top == 0 ? List.of() : List.of(made.top));
    }
}
