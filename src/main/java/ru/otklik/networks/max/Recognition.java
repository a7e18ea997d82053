package ru.otklik.networks.max;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.otklik.networks.Access;
import ru.otklik.networks.Found;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.http.Fields;

/** Which chat or channel a link or a number means, and what the bot can do there. */
final class Recognition {

    private static final Pattern NUMBER = Pattern.compile("(?:https?://web\\.max\\.ru/)?(-?\\d{1,18})(?:[/?#].*)?");
    private static final Pattern NAME =
            Pattern.compile("(?:(?:https?://)?max\\.ru/(?:join/)?|@)([A-Za-z][A-Za-z0-9_-]{0,127})(?:[/?#].*)?");

    private final MaxApi api;
    private final Access access;

    Recognition(MaxApi api, Access access) {
        this.api = api;
        this.access = access;
    }

    Found found(String link) {
        Fields chat = api.ask(access, "chats/" + target(link.strip()), Map.of());
        long id = chat.number("chat_id").orElseThrow(MaxApi::nonsense);
        String type = chat.text("type").orElse("");
        if (!type.equals("chat") && !type.equals("channel")) {
            throw new NetworkFault(Kind.NOT_FOUND, "Ссылка ведёт не в групповой чат и не в канал MAX.");
        }
        String url = chat.text("link").filter(Messages::isWeb).orElse("https://web.max.ru/" + id);
        String title = chat.text("title").filter(t -> !t.isBlank()).orElse("Чат " + id);
        return found(new Place(MaxApi.KEY, type, Long.toString(id), title, url));
    }

    private static String target(String link) {
        var number = NUMBER.matcher(link);
        if (number.matches()) {
            return number.group(1);
        }
        var name = NAME.matcher(link);
        if (name.matches()) {
            return name.group(1);
        }
        throw new NetworkFault(Kind.NOT_FOUND, "Это не ссылка на чат или канал MAX. Вместо ссылки годится номер чата.");
    }

    private Found found(Place place) {
        Fields member = api.ask(access, "chats/%s/members/me".formatted(place.id()), Map.of());
        Set<String> rights = member.at("permissions").items().stream()
                .map(right -> right.node().asString(""))
                .collect(Collectors.toSet());
        boolean owner = member.flag("is_owner");
        boolean admin = owner || member.flag("is_admin");
        boolean channel = place.kind().equals("channel");
        String all = channel ? "комментарии к записям канала" : "всё, что пишут в чате";
        List<String> can = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (owner || admin && rights.contains("read_all_messages")) {
            can.add("Слышать %s и проверять, стоит ли ответ.".formatted(all));
        } else {
            missing.add("Слышать %s: сделайте бота администратором с правом читать все сообщения.".formatted(all));
        }
        if (owner || admin && rights.contains("write") || !admin && !channel) {
            can.add("Отвечать от имени бота.");
        } else {
            missing.add("Отвечать: дайте боту-администратору право писать.");
        }
        if (channel) {
            missing.add("Прикладывать картинки к ответу: в комментариях MAX их не бывает.");
        }
        return new Found(place, can, missing);
    }
}
