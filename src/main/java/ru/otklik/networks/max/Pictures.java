package ru.otklik.networks.max;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;

/** Brings a picture into MAX: it is asked where to, sent there, and then named by the token that came back. */
final class Pictures {

    private final MaxApi api;

    Pictures(MaxApi api) {
        this.api = api;
    }

    /** An attachment of a message. Nothing stands in public yet, so any fault leaves nothing done. */
    Map<String, Object> attachment(Answer.Picture picture, Access access) {
        try {
            Fields where = api.tell(access, "POST", "uploads", Map.of("type", "image"), Map.of());
            String boundary = UUID.randomUUID().toString();
            Fields kept = api.upload(
                    access,
                    trusted(where.text("url").orElseThrow(MaxApi::nonsense)),
                    "multipart/form-data; boundary=" + boundary,
                    form(boundary, picture));
            return Map.of("type", "image", "payload", payload(kept));
        } catch (NetworkFault fault) {
            throw new NetworkFault(fault.kind(), fault.sentence(), fault.pause().orElse(null), true, fault.getCause());
        }
    }

    /** A file goes out over TLS, or to the very server that we were told to speak to. */
    private URI trusted(String url) {
        try {
            URI address = URI.create(url);
            URI base = api.base();
            boolean same = base.getScheme().equals(address.getScheme())
                    && String.valueOf(base.getAuthority()).equals(address.getAuthority());
            if (same || "https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // as any other address that is none
        }
        throw new NetworkFault(Kind.NONSENSE, "Сеть MAX назвала негодный адрес для картинки.");
    }

    private static byte[] form(String boundary, Answer.Picture picture) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="data"; filename="picture.%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, picture.mediaType().replaceAll(".*/", ""), picture.mediaType())
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture.content());
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static Map<String, Object> payload(Fields kept) {
        Map<String, Object> photos = new LinkedHashMap<>();
        for (var photo : kept.at("photos").node().properties()) {
            new Fields(photo.getValue())
                    .text("token")
                    .ifPresent(token -> photos.put(photo.getKey(), Map.of("token", token)));
        }
        return photos.isEmpty()
                ? Map.of("token", kept.text("token").orElseThrow(MaxApi::nonsense))
                : Map.of("photos", photos);
    }
}
