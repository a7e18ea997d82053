package ru.otklik.networks.vk;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import tools.jackson.databind.JsonNode;

/** Comments in the name of a community. */
final class VkAnswering {

    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", "jpg", "image/png", "png", "image/gif", "gif");

    private final VkApi api;
    private final VkWall wall;
    private final Clock clock;

    VkAnswering(VkApi api, VkWall wall, Clock clock) {
        this.api = api;
        this.wall = wall;
        this.clock = clock;
    }

    /** @param group whose name it is written in, above zero */
    Reply.Posted post(Spot to, Answer answer, long group, Access access) {
        String attachments = pictures(answer.pictures(), group, access);
        return to.board()
                ? topic(to, answer, attachments, group, access)
                : comment(to, answer, attachments, group, access);
    }

    private Reply.Posted comment(Spot to, Answer answer, String attachments, long group, Access access) {
        var p = new LinkedHashMap<String, Object>(Map.of(
                "owner_id", to.owner(),
                "post_id", to.thread(),
                "from_group", group,
                "message", answer.text(),
                "guid", answer.key()));
        if (!to.isPost()) {
            p.put("reply_to_comment", to.message());
        }
        if (!attachments.isEmpty()) {
            p.put("attachments", attachments);
        }
        VkApi.Said said;
        try {
            said = api.write("wall.createComment", p, access.token());
        } catch (VkFault e) {
            throw explained(e, to, access);
        }
        Spot there = to.with(VkJson.id(said.response(), "comment_id"));
        List<Long> above = VkJson.numbers(said.response(), "parents_stack");
        return posted(there, above.isEmpty() ? 0 : above.get(0), said.at(), access);
    }

    /** The schema gives this method to users alone: VK must know the user as one who may write for the community. */
    private Reply.Posted topic(Spot to, Answer answer, String attachments, long group, Access access) {
        String token = VkWall.reading(access);
        if (group != to.group() || !isEditor(group, token)) {
            throw new NetworkFault(
                    Kind.NO_RIGHT,
                    "В обсуждениях ВКонтакте отвечает только ключ редактора этого сообщества. Ответьте вручную.");
        }
        var p = new LinkedHashMap<String, Object>(Map.of(
                "group_id", to.group(),
                "topic_id", to.thread(),
                "message", answer.text(),
                "from_group", 1,
                "guid", answer.key()));
        if (!attachments.isEmpty()) {
            p.put("attachments", attachments);
        }
        VkApi.Said said;
        try {
            said = api.write("board.createComment", p, token);
        } catch (VkFault e) {
            throw explained(e, to, access);
        }
        if (!said.response().isIntegralNumber() || said.response().asLong(0) <= 0) {
            throw VkJson.nonsense("нет номера комментария");
        }
        return posted(to.with(said.response().asLong(0)), 0, said.at(), access);
    }

    /** Otherwise a comment would stand there in the name of a private person. */
    private boolean isEditor(long group, String token) {
        JsonNode found = api.read("groups.getById", Map.of("group_id", group), token);
        return VkJson.list(found, "groups").stream()
                .anyMatch(g -> VkJson.id(g, "id") == group && VkJson.flag(g, "is_admin"));
    }

    /** VK answers for what is deleted as for what is forbidden. */
    private NetworkFault explained(VkFault e, Spot to, Access access) {
        if (!e.mayMeanGone() || !e.isUndone()) {
            return e;
        }
        boolean gone = e.saysGone();
        try {
            String token = VkWall.reading(access);
            gone |= wall.look(to, token).isEmpty()
                    || !to.board() && wall.look(to.with(to.thread()), token).isEmpty();
        } catch (NetworkFault cannotSee) {
            // then VK's own words are all there is
        }
        return gone ? new NetworkFault(Kind.POST_GONE, "Сообщение, на которое дан ответ, удалено.") : e;
    }

    private Reply.Posted posted(Spot there, long top, @Nullable Instant said, Access access) {
        Instant at = said == null ? clock.instant() : said;
        try {
            Optional<Instant> seen = wall.look(there, VkWall.reading(access))
                    .map(s -> s.post().postedAt())
                    .filter(Objects::nonNull);
            at = seen.orElse(at);
        } catch (NetworkFault cannotSee) {
            // it is posted all the same
        }
        return new Reply.Posted(there.url(top), String.valueOf(there.message()), at);
    }

    static Reply.Posted posted(Post post) {
        return new Reply.Posted(
                post.url(), post.address().message(), Objects.requireNonNullElse(post.postedAt(), Instant.EPOCH));
    }

    /** Nothing is posted yet, so whatever goes wrong here is a refusal. */
    private String pictures(List<Answer.Picture> pictures, long group, Access access) {
        var names = new ArrayList<String>();
        try {
            for (Answer.Picture picture : pictures) {
                names.add(picture(picture, group, VkWall.reading(access)));
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
        String boundary = "otklik" + Long.toHexString(picture.content().length) + "x" + java.util.UUID.randomUUID();
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
