package ru.otklik.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the sandbox's networks over HTTP. */
public final class Wire {

    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    /** @param pairs name, value… */
    public JsonNode vk(SandboxAccess who, String method, Object... pairs) {
        var all = new TreeMap<>(Map.of("access_token", who.token(), "v", "5.199"));
        all.putAll(form(pairs));
        return post("/sandbox/vk/method/" + method, all);
    }

    public JsonNode vkDone(SandboxAccess who, String method, Object... pairs) {
        JsonNode answer = vk(who, method, pairs);
        if (!answer.has("response")) {
            throw new AssertionError(answer.toString());
        }
        return answer.get("response");
    }

    public int vkError(SandboxAccess who, String method, Object... pairs) {
        return vk(who, method, pairs).path("error").path("error_code").asInt(0);
    }

    public JsonNode telegram(String method, Object... pairs) {
        return post("/sandbox/telegram/bot" + SandboxAccess.BOT.token() + "/" + method, form(pairs));
    }

    public JsonNode telegramDone(String method, Object... pairs) {
        JsonNode answer = telegram(method, pairs);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(answer.toString());
        }
        return answer.get("result");
    }

    public void trouble(String network, Object... pairs) {
        post("/sandbox/" + network + "/trouble", form(pairs));
    }

    public JsonNode post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode send(String path, String type, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            return JSON.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One picture and its fields, as a browser sends them. */
    public JsonNode multipart(String path, Map<String, String> fields, Map<String, byte[]> files) {
        var body = new java.io.ByteArrayOutputStream();
        fields.forEach((k, v) ->
                body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + k + "\"\r\n\r\n" + v + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((k, v) -> {
            body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + k
                            + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(v);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(path, "multipart/form-data; boundary=x", body.toByteArray());
    }

    public static byte[] picture() {
        try {
            var out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> form(Object... pairs) {
        var form = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
        }
        return form;
    }
}
