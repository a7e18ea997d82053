package ru.otklik.networks.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ru.otklik.networks.Access;
import ru.otklik.networks.Found;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.http.Fields;

/** Which group a link means, and what the bot can do there. A channel is heard through its discussion group. */
final class Recognition {

    private static final Pattern INTERNAL =
            Pattern.compile("(?:https?://)?(?:t|telegram)\\.me/c/(\\d{1,15})(?:[/?#].*)?");
    private static final Pattern PUBLIC =
            Pattern.compile("(?:(?:https?://)?(?:t|telegram)\\.me/(?:s/)?|@)([A-Za-z][A-Za-z0-9_]{3,63})(?:[/?#].*)?");
    private static final Pattern INVITATION = Pattern.compile("(?:https?://)?(?:t|telegram)\\.me/(?:\\+|joinchat/).*");
    private static final Pattern NUMBER = Pattern.compile("-\\d{1,18}");

    private final BotApi api;
    private final Access access;

    Recognition(BotApi api, Access access) {
        this.api = api;
        this.access = access;
    }

    Found found(String link) {
        Fields chat = chat(target(link.strip()));
        String type = chat.text("type").orElse("");
        Fields group = type.equals("channel") ? discussion(chat) : chat;
        String groupType = group.text("type").orElse("");
        if (!groupType.equals("group") && !groupType.equals("supergroup")) {
            throw new NetworkFault(Kind.NOT_FOUND, "Ссылка ведёт не в группу и не в канал Telegram.");
        }
        long id = group.number("id").orElseThrow(BotApi::nonsense);
        String title = group.text("title").filter(t -> !t.isBlank()).orElse("Группа " + id);
        return found(new Place(BotApi.KEY, "chat", Long.toString(id), title, url(chat, group, id)), id);
    }

    private static Object target(String link) {
        var internal = INTERNAL.matcher(link);
        if (internal.matches()) {
            return Spot.chat(Long.parseLong(internal.group(1)));
        }
        if (NUMBER.matcher(link).matches()) {
            return Long.parseLong(link);
        }
        if (INVITATION.matcher(link).matches()) {
            throw new NetworkFault(
                    Kind.NOT_FOUND,
                    "По приглашению бот группу не узнает. Добавьте бота в неё и дайте ссылку на любое её сообщение.");
        }
        var named = PUBLIC.matcher(link);
        if (named.matches()) {
            return "@" + named.group(1);
        }
        throw new NetworkFault(Kind.NOT_FOUND, "Это не ссылка на группу или канал Telegram.");
    }

    private Fields chat(Object id) {
        return api.ask(access, "getChat", Map.of("chat_id", id));
    }

    private Fields discussion(Fields channel) {
        long group = channel.number("linked_chat_id")
                .orElseThrow(() -> new NetworkFault(
                        Kind.NOT_FOUND,
                        "У канала нет группы обсуждений, поэтому комментариев под записями не бывает."));
        return chat(group);
    }

    /** One that leads a person there, and leads here again. */
    private static String url(Fields chat, Fields group, long id) {
        return group.text("username")
                .or(() -> chat.text("username"))
                .filter(Spot::isName)
                .map(name -> "https://t.me/" + name)
                .or(() -> Spot.internal(id).map(number -> "https://t.me/c/%d/1".formatted(number)))
                .orElse(Long.toString(id));
    }

    private Found found(Place place, long chat) {
        Fields me = api.ask(access, "getMe", Map.of());
        long bot = me.number("id").orElseThrow(BotApi::nonsense);
        Fields member = api.ask(access, "getChatMember", Map.of("chat_id", chat, "user_id", bot));
        String status = member.text("status").orElse("");
        boolean admin = status.equals("administrator") || status.equals("creator");
        boolean restricted = status.equals("restricted");
        boolean inside = admin || status.equals("member") || restricted && member.flag("is_member");
        List<String> can = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (!inside) {
            missing.add("Слышать и отвечать: добавьте бота в группу.");
        } else if (admin || me.flag("can_read_all_group_messages")) {
            can.add("Слышать всё, что пишут в группе.");
        } else {
            missing.add("Слышать всех: сделайте бота администратором или отключите ему режим приватности.");
        }
        if (inside && restricted && !member.flag("can_send_messages")) {
            missing.add("Отвечать: бот в группе ограничен, разрешите ему писать.");
        } else if (inside) {
            can.add("Отвечать от имени бота.");
        }
        missing.add("Видеть удаления и проверять, стоит ли ответ: Telegram этого боту не даёт, проверяет человек.");
        return new Found(place, can, missing);
    }
}
