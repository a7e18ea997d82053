package ru.otklik.networks.vk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.Found;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import tools.jackson.databind.JsonNode;

/** What a link leads to, and what may be done there. */
final class VkPlaces {

    static final String WALL = "wall";
    static final String BOARD = "board";
    static final String SEARCH = "search";

    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(?:club|public|event|wall-|board|topic-)([1-9]\\d{0,17})(?:[_?/&].*)?");
    private static final Pattern INSIDE = Pattern.compile("[?&][wz]=(?:wall|topic)-([1-9]\\d{0,17})_.*");
    private static final Pattern SCREEN_NAME = Pattern.compile("(?i)[a-z0-9_.]{2,64}");
    private static final Pattern QUERY = Pattern.compile("[?&](?:q|c\\[q])=([^&]+)");
    private static final int LONGEST_QUERY = 200;

    private final VkApi api;

    VkPlaces(VkApi api) {
        this.api = api;
    }

    Found recognise(String link, Access access) {
        String rest = Spot.rest(link);
        String path = rest != null ? rest : link.strip();
        if (rest != null && isSearch(path)) {
            return search(path, access);
        }
        JsonNode group = group(number(path, access), access);
        long id = VkJson.id(group, "id");
        if (!VkJson.text(group, "deactivated").isEmpty()) {
            throw new NetworkFault(Kind.NOT_FOUND, "Это сообщество удалено или заблокировано.");
        }
        boolean board = path.matches("(?i)(board|topic-).*") || path.matches(".*[?&]w=topic-.*");
        var place = new Place(
                VkApi.NETWORK,
                board ? BOARD : WALL,
                String.valueOf(-id),
                VkJson.text(group, "name") + (board ? ": обсуждения" : ""),
                board ? "https://vk.com/board" + id : "https://vk.com/club" + id);
        var can = new ArrayList<String>();
        var missing = new ArrayList<String>();
        hears(place, -id, access, can, missing);
        answers(board, id, access, can, missing);
        return new Found(place, List.copyOf(can), List.copyOf(missing));
    }

    private static boolean isSearch(String path) {
        return path.matches("(?i)(search|feed)([/?].*)?") && QUERY.matcher(path).find();
    }

    private Found search(String path, Access access) {
        Matcher m = QUERY.matcher(path);
        String query = m.find() ? m.group(1).strip() : "";
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            throw new NetworkFault(Kind.NOT_FOUND, "В ссылке на поиск нет запроса.");
        }
        String url = "https://vk.com/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var place = new Place(VkApi.NETWORK, SEARCH, query, "Поиск «" + query + "»", url);
        var can = new ArrayList<String>();
        var missing = new ArrayList<String>();
        if (access.secret(Access.READING).isPresent()) {
            can.add("Слышать открытые записи всего ВКонтакте по этому запросу.");
        } else {
            missing.add("Для поиска нужен ключ пользователя или сервисный ключ.");
        }
        missing.add("Комментарии поиск ВКонтакте не показывает.");
        return new Found(place, List.copyOf(can), List.copyOf(missing));
    }

    /** The number of a community, above zero. */
    private long number(String path, Access access) {
        for (Pattern p : List.of(NUMBERED, INSIDE)) {
            Matcher m = p.matcher(p == NUMBERED ? path : path.substring(Math.max(0, path.indexOf('?'))));
            if (m.matches()) {
                return Long.parseLong(m.group(1));
            }
        }
        String name = path.replaceFirst("^@", "").replaceFirst("[?/].*$", "");
        if (!SCREEN_NAME.matcher(name).matches()) {
            throw nowhere();
        }
        JsonNode said = api.read("utils.resolveScreenName", Map.of("screen_name", name), any(access));
        // what is not there is an empty list instead of an object
        if (!said.isObject() || !VkJson.text(said, "type").matches("group|page|event")) {
            throw nowhere();
        }
        return VkJson.id(said, "object_id");
    }

    private static NetworkFault nowhere() {
        return new NetworkFault(Kind.NOT_FOUND, "Это не ссылка на сообщество, обсуждения или поиск ВКонтакте.");
    }

    private JsonNode group(long id, Access access) {
        JsonNode found;
        try {
            found = api.read("groups.getById", Map.of("group_id", id), any(access));
        } catch (VkFault e) {
            throw e.kind() == Kind.REFUSED ? nowhere() : e;
        }
        return VkJson.list(found, "groups").stream()
                .filter(g -> VkJson.number(g, "id") == id)
                .findFirst()
                .orElseThrow(VkPlaces::nowhere);
    }

    private static String any(Access access) {
        return access.secret(Access.TOKEN).orElseGet(() -> VkPages.reading(access));
    }

    private void hears(Place place, long owner, Access access, List<String> can, List<String> missing) {
        boolean board = place.kind().equals(BOARD);
        if (access.secret(Access.READING).isEmpty()) {
            missing.add(
                    "Для чтения нужен ключ пользователя или сервисный ключ: ключом сообщества ВКонтакте читать не даёт.");
            return;
        }
        String token = VkPages.reading(access);
        try {
            var threads = board ? new BoardThreads(api, token, owner) : new WallThreads(api, token, owner);
            threads.heads(0);
            can.add(board ? "Слышать обсуждения." : "Слышать записи и комментарии.");
            can.add("Замечать правки и удаления, с задержкой.");
        } catch (VkFault e) {
            missing.add("Читать не получается. " + e.sentence());
        }
    }

    private void answers(boolean board, long id, Access access, List<String> can, List<String> missing) {
        if (access.secret(Access.TOKEN).isEmpty()) {
            missing.add("Для ответов нужен ключ сообщества.");
        } else if (board) {
            missing.add("В обсуждениях отвечает только ключ редактора сообщества; иначе ответ публикуют вручную.");
        } else if (!String.valueOf(id).equals(String.valueOf(access.account()).replaceFirst("^-", ""))) {
            can.add("Отвечать от имени своего сообщества, если стена принимает комментарии сообществ.");
        } else {
            String no = refusal(access.token());
            if (no == null) {
                can.add("Отвечать комментариями от имени сообщества.");
            } else {
                missing.add(no);
            }
            can.add("Узнавать о новом сразу, если подключить Callback API.");
        }
    }

    /** Why the token of a community may not answer; null: it may. */
    private @Nullable String refusal(String token) {
        try {
            JsonNode rights = api.read("groups.getTokenPermissions", Map.of(), token);
            boolean may = VkJson.list(rights, "permissions").stream()
                    .map(p -> VkJson.text(p, "name"))
                    .anyMatch("wall"::equals);
            return may ? null : "У ключа сообщества нет доступа к стене: выпустите ключ с этим правом.";
        } catch (VkFault e) {
            return e.isWrongToken() ? "Это не ключ сообщества." : "Права ключа не узнать. " + e.sentence();
        }
    }

    /** Whose the access is: of a community, or else of a user. */
    Account account(Access access) {
        String token = any(access);
        JsonNode own = community(access, token);
        if (own != null) {
            long id = -VkJson.id(own, "id");
            return new Account(String.valueOf(id), VkJson.text(own, "name"), Spot.page(id), refusal(token) == null);
        }
        JsonNode users = api.read("users.get", Map.of(), token);
        for (JsonNode user : VkJson.elements(users, "users")) {
            long id = VkJson.id(user, "id");
            String name = VkJson.text(user, "first_name") + " " + VkJson.text(user, "last_name");
            return new Account(String.valueOf(id), name.strip(), Spot.page(id), false);
        }
        return new Account("", "Сервисный ключ приложения", "https://vk.com", false);
    }

    /** Asked without a name, VK shows a community its own page; null: it is no token of a community. */
    private @Nullable JsonNode community(Access access, String token) {
        try {
            api.read("groups.getTokenPermissions", Map.of(), token);
            List<JsonNode> own = VkJson.list(api.read("groups.getById", Map.of(), token), "groups");
            String said = String.valueOf(access.account()).replaceFirst("^-", "");
            if (own.isEmpty() && said.matches("[1-9]\\d{0,17}")) {
                return group(Long.parseLong(said), access);
            }
            return own.isEmpty() ? null : own.get(0);
        } catch (VkFault e) {
            if (!e.isWrongToken() && e.kind() != Kind.NO_RIGHT && e.kind() != Kind.REFUSED) {
                throw e;
            }
        }
        return null;
    }

    /** In whose name is answered, above zero. */
    long group(Access access) {
        String account = access.account() == null ? account(access).id() : access.account();
        String digits = account.replaceFirst("^(-|club|public)", "");
        if (!digits.matches("[1-9]\\d{0,17}")) {
            throw new NetworkFault(Kind.NO_RIGHT, "Не задано сообщество, от имени которого публикуются ответы.");
        }
        return Long.parseLong(digits);
    }
}
