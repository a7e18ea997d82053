package ru.otklik.networks.max;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Reply;
import ru.otklik.networks.http.Fields;

/** Posts an answer as a reply, finds it again, and changes it. */
final class Answering {

    private static final int PAGE = 100;

    private final MaxApi api;
    private final Clock clock;
    private final Pictures pictures;
    private final AnswerRules rules;

    Answering(MaxApi api, Clock clock, Abilities limits) {
        this.api = api;
        this.clock = clock;
        this.pictures = new Pictures(api);
        this.rules = new AnswerRules(limits);
    }

    Reply answer(Spot to, Answer answer, Access access) {
        rules.check(to, answer);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", answer.text());
        body.put("link", Map.of("type", "reply", "mid", to.message()));
        if (!answer.pictures().isEmpty()) {
            body.put(
                    "attachments",
                    answer.pictures().stream()
                            .map(picture -> pictures.attachment(picture, access))
                            .toList());
        }
        String post = to.post();
        try {
            return posted(Again.untilReady(() -> post == null
                            ? api.tell(access, "POST", "messages", Map.of("chat_id", to.chat()), body)
                            : api.tell(access, "POST", comments(post), Map.of(), body))
                    .at("message"));
        } catch (NetworkFault fault) {
            // the chat was there when the message was heard
            throw fault.kind() == Kind.NOT_FOUND
                    ? new NetworkFault(Kind.POST_GONE, "Сообщение, на которое нужен ответ, удалено.")
                    : fault;
        }
    }

    Optional<Reply.Posted> find(Spot to, Answer answer, Access access, String self) {
        String post = to.post();
        Fields list = post == null
                ? api.ask(access, "messages", Map.of("chat_id", to.chat(), "count", PAGE))
                : api.ask(access, comments(post), Map.of("count", PAGE));
        if (!list.at("messages").isArray()) {
            throw MaxApi.nonsense();
        }
        return list.at("messages").items().stream()
                .filter(m ->
                        m.at("body").text("text").filter(answer.text()::equals).isPresent())
                .filter(m -> Messages.repliesTo(m).filter(to.message()::equals).isPresent())
                // a comment in the name of the channel has no sender
                .filter(m -> m.at("sender")
                        .number("user_id")
                        .map(String::valueOf)
                        .map(self::equals)
                        .orElse(post != null))
                .findFirst()
                .map(Answering::posted);
    }

    Reply correct(Spot stands, Answer answer, Access access) {
        rules.check(stands, answer);
        String post = stands.post();
        // no attachments in the body: those that stand there stay
        Map<String, Object> body = Map.of("text", answer.text());
        if (post == null) {
            api.tell(access, "PUT", "messages", Map.of("message_id", stands.message()), body);
        } else {
            api.tell(access, "PUT", comments(post), Map.of("comment_id", stands.message()), body);
        }
        // MAX says only that it is done, not when
        return new Reply.Posted(null, stands.message(), clock.instant());
    }

    /** As it stands; empty: it is gone. */
    Optional<Fields> message(Spot spot, Access access) {
        String post = spot.post();
        String path = post == null ? "messages/" + spot.message() : comments(post) + "/" + spot.message();
        try {
            Fields message = api.ask(access, path, Map.of());
            if (message.at("body").text("mid").filter(spot.message()::equals).isEmpty()) {
                throw MaxApi.nonsense();
            }
            return Optional.of(message);
        } catch (NetworkFault fault) {
            // of a comment that is not there MAX says that the request is wrong
            boolean gone = fault.kind() == Kind.NOT_FOUND
                    || post != null
                            && fault.kind() == Kind.REFUSED
                            && fault.sentence().contains("proto.payload");
            if (gone) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static Reply.Posted posted(Fields message) {
        String mid = message.at("body").text("mid").filter(Spot::isMid).orElseThrow(MaxApi::nonsense);
        Instant at = Messages.at(message).orElseThrow(MaxApi::nonsense);
        return new Reply.Posted(message.text("url").filter(Messages::isWeb).orElse(null), mid, at);
    }

    private static String comments(String post) {
        return "messages/%s/comments".formatted(post);
    }
}
