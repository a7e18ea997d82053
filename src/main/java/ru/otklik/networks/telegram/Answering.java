package ru.otklik.networks.telegram;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Reply;
import ru.otklik.networks.http.Fields;

/** Posts an answer as a reply, and changes one that stands. */
final class Answering {

    private final BotApi api;
    private final Clock clock;
    private final AnswerRules rules;

    Answering(BotApi api, Clock clock, Abilities limits) {
        this.api = api;
        this.clock = clock;
        this.rules = new AnswerRules(limits);
    }

    Reply answer(Spot to, Answer answer, Access access) {
        rules.check(answer);
        List<Answer.Picture> pictures = answer.pictures();
        Map<String, Object> link = Map.of("message_id", to.message(), "allow_sending_without_reply", false);
        Fields sent;
        if (pictures.isEmpty()) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("chat_id", to.chat());
            parameters.put("text", answer.text());
            parameters.put("reply_parameters", link);
            parameters.put("link_preview_options", Map.of("is_disabled", true));
            sent = api.tell(access, "sendMessage", parameters);
        } else {
            Form form = new Form()
                    .text("chat_id", Long.toString(to.chat()))
                    .text("reply_parameters", Fields.JSON.writeValueAsString(link));
            sent = pictures.size() == 1
                    ? api.tell(
                            access,
                            "sendPhoto",
                            form.text("caption", answer.text()).picture("photo", pictures.get(0)))
                    : api.tell(access, "sendMediaGroup", album(form, answer)).items().stream()
                            .findFirst()
                            .orElseThrow(BotApi::nonsense);
        }
        return posted(sent, "date");
    }

    private static Form album(Form form, Answer answer) {
        List<Map<String, String>> media = new ArrayList<>();
        for (int i = 0; i < answer.pictures().size(); i++) {
            String name = "picture" + i;
            // the words of the first are shown under all
            media.add(
                    i == 0
                            ? Map.of("type", "photo", "media", "attach://" + name, "caption", answer.text())
                            : Map.of("type", "photo", "media", "attach://" + name));
            form.picture(name, answer.pictures().get(i));
        }
        return form.text("media", Fields.JSON.writeValueAsString(media));
    }

    Reply correct(Spot stands, Answer answer, Access access) {
        rules.check(answer);
        boolean pictures = !answer.pictures().isEmpty();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("chat_id", stands.chat());
        parameters.put("message_id", stands.message());
        parameters.put(pictures ? "caption" : "text", answer.text());
        if (!pictures) {
            parameters.put("link_preview_options", Map.of("is_disabled", true));
        }
        try {
            return posted(
                    api.tell(access, pictures ? "editMessageCaption" : "editMessageText", parameters), "edit_date");
        } catch (NetworkFault fault) {
            if (fault.kind() == Kind.REFUSED && fault.sentence().contains("message is not modified")) {
                return new Reply.Posted(null, Long.toString(stands.message()), clock.instant());
            }
            throw fault;
        }
    }

    private Reply posted(Fields message, String time) {
        Spot spot = Messages.spot(message).orElseThrow(BotApi::nonsense);
        Optional<Instant> at = Messages.at(message, time).or(() -> Messages.at(message, "date"));
        return new Reply.Posted(
                spot.url(message.at("chat").text("username")).orElse(null),
                Long.toString(spot.message()),
                at.orElseThrow(BotApi::nonsense));
    }
}
