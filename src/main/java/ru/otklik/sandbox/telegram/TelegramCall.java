package ru.otklik.sandbox.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Caller;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Photos;
import tools.jackson.databind.JsonNode;

/**
 * What is asked, in any of the four ways to ask it.
 *
 * @param files pictures by the name of their part
 */
record TelegramCall(Map<String, String> asked, Map<String, byte[]> files, boolean local) {

    private static final int LONGEST = 1 << 20;

    static TelegramCall of(HttpServletRequest request) throws IOException {
        var asked = new LinkedHashMap<String, String>();
        var files = new LinkedHashMap<String, byte[]>();
        request.getParameterMap().forEach((k, v) -> asked.put(k, v[v.length - 1]));
        String type = request.getContentType();
        if (type != null && type.startsWith("application/json")) {
            byte[] body = request.getInputStream().readNBytes(LONGEST);
            JsonNode json = Json.read(new String(body, StandardCharsets.UTF_8));
            if (json == null || !json.isObject()) {
                throw TelegramFault.bad("can't parse JSON object");
            }
            json.properties()
                    .forEach(e -> asked.put(
                            e.getKey(),
                            e.getValue().isString()
                                    ? e.getValue().stringValue()
                                    : e.getValue().toString()));
        }
        if (request instanceof MultipartHttpServletRequest parts) {
            for (var file : parts.getFileMap().entrySet()) {
                if (file.getValue().getSize() > Photos.LARGEST || files.size() == 10) {
                    throw new TelegramFault(413, "Request Entity Too Large");
                }
                files.put(file.getKey(), file.getValue().getBytes());
            }
        }
        return new TelegramCall(asked, files, Caller.isLocal(request));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(asked.get(name)).filter(s -> !s.isEmpty());
    }

    long number(String name, long otherwise) {
        return text(name).map(Long::valueOf).orElse(otherwise);
    }

    Optional<JsonNode> json(String name) {
        return text(name)
                .map(t -> Optional.ofNullable(Json.read(t))
                        .orElseThrow(() -> TelegramFault.bad("can't parse " + name + " JSON object")));
    }

    Optional<List<String>> strings(String name) {
        return json(name).map(array -> {
            var all = new ArrayList<String>();
            array.forEach(s -> all.add(s.asString()));
            return all;
        });
    }

    /** A place where the bot is. */
    SandboxAccess chat() {
        String id = asked.getOrDefault("chat_id", "");
        return List.of(SandboxAccess.CHANNEL, SandboxAccess.DISCUSSION).stream()
                .filter(c -> id.equals(Long.toString(c.account())) || id.equalsIgnoreCase("@" + c.shortName()))
                .findFirst()
                .orElseThrow(() -> TelegramFault.bad("chat not found"));
    }
}
