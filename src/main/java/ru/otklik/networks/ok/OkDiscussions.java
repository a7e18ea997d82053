package ru.otklik.networks.ok;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

/** The reading methods of the network. */
@Component
class OkDiscussions {

    private static final int PAGE = 100;
    private static final int TOPICS = 20;
    private static final int MOVING = 10;
    /** A comment older than the last thousand of its discussion is not looked for. */
    private static final int DEEPEST = 10;

    /** @param count of comments, as the network says */
    record Topic(Post post, long count) {}

    /** @param count of comments, as the network says */
    record Moving(String thread, long count) {}

    /**
     * @param comments oldest first
     * @param older the way to older ones; null: there are none
     */
    record Page(List<Post> comments, @Nullable String older) {}

    private final OkCalls calls;

    OkDiscussions(OkCalls calls) {
        this.calls = calls;
    }

    /** The newest topics of a group. */
    List<Topic> topics(String group, Access access) {
        JsonNode answer = calls.read(
                "stream.get",
                Map.of(
                        "gid",
                        group,
                        "patterns",
                        "POST",
                        "count",
                        String.valueOf(TOPICS),
                        "fields",
                        "feed.*,media_topic.*,user.uid,user.name,group.uid,group.name"),
                access);
        expectObject(answer);
        // a group without topics still has its anchor; an answer with nothing is no answer
        if (!answer.has("feeds") && !answer.has("anchor")) {
            throw OkFaults.nonsense();
        }
        JsonNode entities = answer.path("entities");
        return OkJson.list(entities, "media_topics").stream()
                // topics of others that are shared here come along
                .filter(t -> owner(t).isEmpty() || owner(t).equals(group))
                .limit(TOPICS)
                .map(t -> new Topic(OkPosts.topic(t, entities, group), count(t)))
                .toList();
    }

    private static long count(JsonNode topic) {
        Long count = OkJson.number(topic.path("discussion_summary"), "comments_count");
        return count == null ? -1 : count;
    }

    /** Discussions of any kind that move in the group, as far as the owner of the token sees them. */
    List<Moving> moving(String group, Access access) {
        JsonNode answer;
        try {
            answer = calls.read("discussions.getList", Map.of("category", "GROUP", "count", "50"), access);
        } catch (NetworkFault e) {
            if (e.kind() == Kind.NO_RIGHT) {
                return List.of();
            }
            throw e;
        }
        expectObject(answer);
        return OkJson.list(answer, "discussions").stream()
                .filter(d -> OkJson.list(d, "ref_objects").stream()
                        .anyMatch(r -> "GROUP".equals(OkJson.text(r, "type")) && group.equals(OkJson.text(r, "id"))))
                .limit(MOVING)
                .map(d -> {
                    Long count = OkJson.number(d, "total_comments_count");
                    String thread = OkJson.id(d, "object_type") + ":" + OkJson.id(d, "object_id");
                    return new Moving(thread, count == null ? -1 : count);
                })
                .toList();
    }

    /** The newest comments of a discussion, or those before them. */
    Page comments(String thread, String group, @Nullable String anchor, Access access) {
        var parameters = new TreeMap<String, String>();
        parameters.put("discussionId", number(thread));
        parameters.put("discussionType", type(thread));
        parameters.put("count", String.valueOf(PAGE));
        if (anchor != null) {
            parameters.put("anchor", anchor);
        }
        JsonNode answer = calls.read("discussions.getComments", parameters, access);
        expectObject(answer);
        JsonNode entities = answer.path("entities");
        List<Post> comments = OkJson.list(answer, "comments").stream()
                .map(c -> OkPosts.comment(c, entities, thread, group))
                .sorted(Comparator.comparingLong(OkDiscussions::millis))
                .toList();
        String older =
                answer.path("has_more").isBoolean() && answer.path("has_more").booleanValue()
                        ? OkJson.text(answer, "anchor")
                        : null;
        return new Page(comments, older == null || older.equals(anchor) || comments.isEmpty() ? null : older);
    }

    /** Empty: it is gone. */
    Optional<Post> find(Address address, Access access) {
        try {
            return isTopic(address) ? topic(address, access) : comment(address, access);
        } catch (NetworkFault e) {
            if (e.kind() == Kind.POST_GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static boolean isTopic(Address address) {
        return address.message().equals("topic") || address.message().equals(number(address.thread()));
    }

    private Optional<Post> topic(Address address, Access access) {
        String id = number(address.thread());
        if (!type(address.thread()).equals(OkLinks.TOPIC)) {
            throw new NetworkFault(Kind.REFUSED, "Отклик видит только комментарии этого обсуждения, а не его самого.");
        }
        JsonNode answer = calls.read("mediatopic.getByIds", Map.of("topic_ids", id, "fields", "media_topic.*"), access);
        expectObject(answer);
        return OkJson.list(answer, "media_topics").stream()
                .filter(t -> id.equals(OkJson.text(t, "id")))
                .findFirst()
                .map(t -> OkPosts.topic(t, answer.path("entities"), owner(t)));
    }

    private static String owner(JsonNode topic) {
        String reference = OkJson.text(topic, "owner_ref");
        return reference == null ? "" : reference.substring(reference.indexOf(':') + 1);
    }

    private Optional<Post> comment(Address address, Access access) {
        String anchor = null;
        for (int i = 0; i < DEEPEST; i++) {
            Page page = comments(address.thread(), "", anchor, access);
            var found = page.comments().stream()
                    .filter(c -> c.address().equals(address))
                    .findFirst();
            if (found.isPresent() || page.older() == null) {
                return found;
            }
            anchor = page.older();
        }
        throw new NetworkFault(Kind.REFUSED, "Комментарий слишком давний: посмотрите его в Одноклассниках сами.");
    }

    static long millis(Post post) {
        var at = post.postedAt();
        return at == null ? 0 : at.toEpochMilli();
    }

    static String type(String thread) {
        return thread.substring(0, Math.max(0, thread.indexOf(':')));
    }

    static String number(String thread) {
        return thread.substring(thread.indexOf(':') + 1);
    }

    private static void expectObject(JsonNode answer) {
        if (!answer.isObject()) {
            throw OkFaults.nonsense();
        }
    }
}
