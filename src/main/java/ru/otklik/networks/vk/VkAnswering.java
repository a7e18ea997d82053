package ru.otklik.networks.vk;

import java.time.Clock;
import java.time.Instant;
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
import ru.otklik.networks.Reply;
import tools.jackson.databind.JsonNode;

/** Comments in the name of a community. */
final class VkAnswering {

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
        String attachments = new VkPictures(api).hung(answer.pictures(), group, access);
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
        String token = VkPages.reading(access);
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
            String token = VkPages.reading(access);
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
            Optional<Instant> seen = wall.look(there, VkPages.reading(access))
                    .map(s -> s.post().postedAt())
                    .filter(Objects::nonNull);
            at = seen.orElse(at);
        } catch (NetworkFault cannotSee) {
            // it is posted all the same
        }
        return new Reply.Posted(there.url(top), String.valueOf(there.message()), at);
    }
}
