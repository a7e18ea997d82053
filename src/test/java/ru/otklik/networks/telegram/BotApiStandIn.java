package ru.otklik.networks.telegram;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small strict Bot API: one bot, one channel with its discussion group; a word that it does not know is refused. */
final class BotApiStandIn implements TelegramServer {

    static final long BOT = 7_000_000_001L;
    static final long CHANNEL = -1_002_999_999_998L;
    static final long GROUP = -1_002_999_999_999L;
    static final long ROOT = 5;
    /** Where the file lies that is asked for. */
    String filePath = "photos/file_1.jpg";

    static final String TOKEN = BOT + ":AAsecret_Of-the0bot";

    record Call(String method, Map<String, Object> parameters) {}

    private record Refusal(int code, String description, Map<String, Object> parameters) {
        static final Refusal UNAUTHORIZED = new Refusal(401, "Unauthorized", Map.of());
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    final List<Call> calls = new ArrayList<>();
    String membership = "administrator";
    boolean readsAll = true;
    boolean linked = true;

    private final HttpServer server;
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final TreeMap<Long, Map<String, Object>> updates = new TreeMap<>();
    private final TreeMap<Long, Map<String, Object>> messages = new TreeMap<>();
    private long nextUpdate = 900_000_000_000L;
    private long nextMessage = ROOT + 1;
    private long clock = 1_763_900_000L;

    BotApiStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public Place place() {
        return new Place("telegram", "chat", Long.toString(GROUP), "Обсуждение", "https://t.me/gorod_news");
    }

    @Override
    public synchronized Address written(String text) {
        Map<String, Object> message = comment(nextMessage++, "text", text);
        put("message", message);
        return new Address(GROUP + "/" + ROOT, String.valueOf(message.get("message_id")));
    }

    @Override
    public synchronized void changed(Address post, String text) {
        Map<String, Object> message = requireNonNull(messages.get(Long.valueOf(post.message())));
        message.put("text", text);
        message.put("edit_date", clock++);
        put("edited_message", message);
    }

    @Override
    public synchronized void deleted(Address post) {
        messages.remove(Long.valueOf(post.message()));
    }

    @Override
    public synchronized boolean trouble(Trouble next) {
        if (next == Trouble.NONE) {
            troubles.clear();
        } else {
            troubles.add(next);
        }
        return true;
    }

    /** What it says of its webhook. */
    Map<String, Object> hook = Map.of("url", "", "has_custom_certificate", false, "pending_update_count", 0);

    synchronized void refuse(int code, String description, Map<String, Object> parameters) {
        refusals.add(new Refusal(code, description, parameters));
    }

    /** A citizen's message under the channel's post, of another kind than a text. */
    synchronized Map<String, Object> comment(long id, String kind, Object content) {
        Map<String, Object> root = new LinkedHashMap<>(message(ROOT, chat()));
        root.put("is_automatic_forward", true);
        root.put("sender_chat", channel());
        root.put(
                "forward_origin",
                BotApiWords.checked(
                        "MessageOriginChannel",
                        Map.of("type", "channel", "date", clock, "chat", channel(), "message_id", 77)));
        Map<String, Object> message = new LinkedHashMap<>(message(id, chat()));
        message.put("message_thread_id", ROOT);
        message.put("reply_to_message", BotApiWords.checked("Message", root));
        message.put(kind, content);
        return message;
    }

    Map<String, Object> message(long id, Map<String, Object> chat) {
        var from = Map.of("id", 6_123_456_789L, "is_bot", false, "first_name", "Анна", "username", "anna_k");
        return Map.of("message_id", id, "date", clock++, "chat", chat, "from", BotApiWords.checked("User", from));
    }

    Map<String, Object> chat() {
        return BotApiWords.checked(
                "Chat", Map.of("id", GROUP, "type", "supergroup", "title", "Обсуждение", "username", "gorod_chat"));
    }

    Map<String, Object> channel() {
        return BotApiWords.checked(
                "Chat", Map.of("id", CHANNEL, "type", "channel", "title", "Город", "username", "gorod_news"));
    }

    synchronized void put(String kind, Map<String, Object> content) {
        BotApiWords.checked(kind.endsWith("message") ? "Message" : "ChatMemberUpdated", content);
        if (content.get("message_id") instanceof Long id) {
            messages.put(id, content);
        }
        raw(BotApiWords.checked("Update", new LinkedHashMap<>(Map.of("update_id", nextUpdate, kind, content))));
    }

    /** Anything at all, in the queue as an update. */
    synchronized void raw(Map<String, Object> update) {
        updates.put(nextUpdate++, new LinkedHashMap<>(update));
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            try {
                handle(exchange, body, troubles.isEmpty() ? Trouble.NONE : troubles.poll());
            } catch (IllegalArgumentException e) {
                refuse(exchange, new Refusal(400, "Bad Request: " + e.getMessage(), Map.of()));
            }
        }
    }

    private void handle(HttpExchange exchange, byte[] body, Trouble trouble) throws IOException {
        switch (trouble) {
            case CUT -> {}
            case BROKEN -> send(exchange, 500, "oops");
            case NONSENSE -> send(exchange, 200, "<html><body>Sorry</body></html>");
            case TOKEN_DEAD -> refuse(exchange, Refusal.UNAUTHORIZED);
            case LIMIT ->
                refuse(exchange, new Refusal(429, "Too Many Requests: retry after 7", Map.of("retry_after", 7)));
            case COMMENTS_CLOSED -> refuse(exchange, new Refusal(400, "Bad Request: TOPIC_CLOSED", Map.of()));
            case POST_GONE ->
                refuse(exchange, new Refusal(400, "Bad Request: message to be replied not found", Map.of()));
            case DONE_AND_CUT -> call(exchange, body);
            case NONE -> {
                if (refusals.isEmpty()) {
                    send(exchange, 200, JSON.writeValueAsString(Map.of("ok", true, "result", call(exchange, body))));
                } else {
                    refuse(exchange, refusals.poll());
                }
            }
        }
    }

    private Object call(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        String start = "/bot" + TOKEN + "/";
        if (!path.startsWith(start)) {
            throw new IllegalArgumentException("another token");
        }
        String method = path.substring(start.length());
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        Map<String, Object> parameters = type.startsWith("multipart/form-data")
                ? FormRead.parameters(type, body)
                : JSON.readValue(body, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {});
        Map<String, Object> known = new LinkedHashMap<>(parameters);
        // pictures of an album are named freely: its media say how
        known.keySet().removeIf(name -> method.equals("sendMediaGroup") && name.startsWith("picture"));
        BotApiWords.checked(method, known);
        calls.add(new Call(method, parameters));
        return answer(method, JSON.valueToTree(parameters), parameters);
    }

    private Object answer(String method, JsonNode said, Map<String, Object> parameters) {
        return switch (method) {
            case "getMe" -> me();
            case "getChat" -> chat(said.path("chat_id").asString());
            case "getChatMember" ->
                BotApiWords.checked("ChatMemberRestricted", Map.of("status", membership, "user", me()));
            case "getFile" ->
                BotApiWords.checked(
                        "File", Map.of("file_id", said.path("file_id").asString(), "file_path", filePath));
            case "getWebhookInfo" -> BotApiWords.checked("WebhookInfo", hook);
            case "getUpdates" ->
                updates(said.path("offset").asLong(0), said.path("limit").asInt());
            case "sendMessage", "sendPhoto" -> sent(said, parameters);
            case "sendMediaGroup" ->
                JSON.readTree(said.path("media").stringValue()).values().stream()
                        .map(m -> {
                            BotApiWords.checked("InputMediaPhoto", JSON.convertValue(m, Map.class));
                            require(parameters.containsKey(
                                    m.path("media").stringValue().replace("attach://", "")));
                            return sent(said, parameters);
                        })
                        .toList();
            case "editMessageText", "editMessageCaption" -> edited(said);
            default -> throw new IllegalArgumentException(method);
        };
    }

    private Map<String, Object> me() {
        return BotApiWords.checked(
                "User",
                Map.of(
                        "id",
                        BOT,
                        "is_bot",
                        true,
                        "first_name",
                        "Отклик",
                        "username",
                        "otklik_bot",
                        "can_read_all_group_messages",
                        readsAll));
    }

    private Map<String, Object> chat(String id) {
        Map<String, Object> found = new LinkedHashMap<>(
                switch (id) {
                    case "@gorod_news", "" + CHANNEL -> channel();
                    case "@gorod_chat", "" + GROUP -> chat();
                    default -> throw new IllegalArgumentException("chat not found");
                });
        if (linked) {
            found.put("linked_chat_id", Objects.equals(found.get("id"), CHANNEL) ? GROUP : CHANNEL);
        }
        return BotApiWords.checked("ChatFullInfo", found);
    }

    private List<Map<String, Object>> updates(long offset, int limit) {
        updates.headMap(offset).clear();
        return updates.values().stream().limit(limit).toList();
    }

    private Map<String, Object> sent(JsonNode said, Map<String, Object> parameters) {
        JsonNode reply = said.path("reply_parameters");
        reply = reply.isString() ? JSON.readTree(reply.stringValue()) : reply;
        BotApiWords.checked("ReplyParameters", JSON.convertValue(reply, Map.class));
        require(!reply.path("allow_sending_without_reply").asBoolean(true));
        if (!messages.containsKey(reply.path("message_id").asLong())) {
            throw new IllegalArgumentException("message to be replied not found");
        }
        require(said.path("chat_id").asLong() == GROUP);
        Map<String, Object> message = comment(
                nextMessage++,
                parameters.containsKey("text") ? "text" : "caption",
                said.path(parameters.containsKey("text") ? "text" : "caption").asString(""));
        message.put("from", me());
        messages.put((Long) message.get("message_id"), message);
        return message;
    }

    private Map<String, Object> edited(JsonNode said) {
        Map<String, Object> message = messages.get(said.path("message_id").asLong());
        if (message == null) {
            throw new IllegalArgumentException("message to edit not found");
        }
        String field = said.has("text") ? "text" : "caption";
        if (said.path(field).stringValue().equals(message.get(field))) {
            throw new IllegalArgumentException("message is not modified: it is the same");
        }
        message.put(field, said.path(field).stringValue());
        message.put("edit_date", clock++);
        return message;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not as it should be");
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("ok", false);
        said.put("error_code", refusal.code());
        said.put("description", refusal.description());
        said.put("parameters", refusal.parameters());
        send(exchange, refusal.code(), JSON.writeValueAsString(said));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
