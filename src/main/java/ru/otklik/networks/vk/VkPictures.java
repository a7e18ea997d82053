package ru.otklik.networks.vk;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import tools.jackson.databind.JsonNode;

/** Pictures of an answer: VK takes them from a user who may write for the community, and from no community. */
final class VkPictures {

    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", "jpg", "image/png", "png", "image/gif", "gif");

    private final VkApi api;

    VkPictures(VkApi api) {
        this.api = api;
    }

    /** Nothing is posted yet, so whatever goes wrong here is a refusal. */
    String hung(List<Answer.Picture> pictures, long group, Access access) {
        var names = new ArrayList<String>();
        try {
            for (Answer.Picture picture : pictures) {
                names.add(picture(picture, group, VkPages.reading(access)));
            }
        } catch (NetworkFault e) {
            boolean wrong = e instanceof VkFault v && v.isWrongToken();
            throw wrong
                    ? new NetworkFault(
                            Kind.NO_RIGHT,
                            "Картинки ВКонтакте принимает только с ключом редактора сообщества. Уберите картинки или ответьте вручную.")
                    : new NetworkFault(e.kind(), e.sentence(), e.pause().orElse(null), true, e);
        }
        return String.join(",", names);
    }

    private String picture(Answer.Picture picture, long group, String token) {
        JsonNode server = api.write("photos.getWallUploadServer", Map.of("group_id", group), token)
                .response();
        URI to = trusted(VkJson.text(server, "upload_url"));
        String boundary = "otklik" + Long.toHexString(picture.content().length) + "x" + UUID.randomUUID();
        JsonNode sent =
                api.upload(to, "multipart/form-data; boundary=" + boundary, multipart(picture, boundary), token);
        var p = new LinkedHashMap<String, Object>(Map.of(
                "group_id", group,
                "photo", VkJson.text(sent, "photo"),
                "server", VkJson.number(sent, "server"),
                "hash", VkJson.text(sent, "hash")));
        JsonNode saved = api.write("photos.saveWallPhoto", p, token).response();
        List<JsonNode> photos = VkJson.elements(saved, "photos");
        if (photos.isEmpty()) {
            throw VkJson.nonsense("картинка не сохранена");
        }
        JsonNode photo = photos.get(0);
        String key = VkJson.text(photo, "access_key");
        return "photo%d_%d%s"
                .formatted(
                        VkJson.number(photo, "owner_id"),
                        VkJson.id(photo, "id"),
                        key.matches("\\w{1,64}") ? "_" + key : "");
    }

    /** VK says where to; a file goes nowhere but by https, or to where the API itself is. */
    private URI trusted(String address) {
        if (Spot.isWeb(address)) {
            URI to = URI.create(address);
            URI base = api.base();
            boolean same = Objects.equals(to.getScheme(), base.getScheme())
                    && Objects.equals(to.getAuthority(), base.getAuthority());
            if (same || "https".equals(to.getScheme())) {
                return to;
            }
        }
        throw VkJson.nonsense("адрес для картинки");
    }

    private static byte[] multipart(Answer.Picture picture, String boundary) {
        var body = new ByteArrayOutputStream();
        // a name of our own: whoever chose the file must not be read from it
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"picture.%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, ENDINGS.getOrDefault(picture.mediaType(), "jpg"), picture.mediaType());
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture.content());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
