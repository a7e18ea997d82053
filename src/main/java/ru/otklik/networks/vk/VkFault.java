package ru.otklik.networks.vk;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;

/** An error of VK, by its number; VK's own text may repeat what was sent, so it is never shown. */
final class VkFault extends NetworkFault {

    static final int INVALID = 100;
    static final int GROUP_TOKEN = 27;
    static final int SERVICE_TOKEN = 28;

    private record Meaning(
            Kind kind, String sentence, @Nullable Duration pause) {
        Meaning(Kind kind, String sentence) {
            this(kind, sentence, null);
        }
    }

    private static final Meaning TOKEN =
            new Meaning(Kind.TOKEN_DEAD, "ВКонтакте не принимает ключ доступа. Выпустите новый ключ.");
    private static final Meaning RIGHT =
            new Meaning(Kind.NO_RIGHT, "ВКонтакте отказал в доступе: не хватает прав ключа или учётной записи.");
    private static final Meaning CLOSED =
            new Meaning(Kind.COMMENTS_CLOSED, "Комментарии к этой записи закрыты или ограничены.");
    private static final Meaning HUMAN = new Meaning(
            Kind.CAPTCHA, "ВКонтакте просит подтвердить, что пишет человек. Войдите в сообщество и подтвердите.");
    private static final Meaning BROKEN = new Meaning(Kind.TROUBLE, "Внутренняя ошибка ВКонтакте.");
    private static final Meaning OFTEN =
            new Meaning(Kind.LIMIT, "ВКонтакте просит обращаться реже.", Duration.ofSeconds(1));
    private static final Meaning FLOOD = new Meaning(
            Kind.LIMIT, "ВКонтакте считает сообщения слишком частыми. Повтор через 15 минут.", Duration.ofMinutes(15));
    private static final Meaning DAY =
            new Meaning(Kind.LIMIT, "Исчерпано число обращений к ВКонтакте. Повтор через час.", Duration.ofHours(1));
    private static final Meaning WRONG_TOKEN =
            new Meaning(Kind.NO_RIGHT, "Это действие ВКонтакте не разрешает с таким видом ключа доступа.");

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(1, BROKEN),
            Map.entry(10, BROKEN),
            Map.entry(13, BROKEN),
            Map.entry(36, BROKEN),
            Map.entry(43, BROKEN),
            Map.entry(4, TOKEN),
            Map.entry(5, TOKEN),
            Map.entry(GROUP_TOKEN, TOKEN),
            Map.entry(SERVICE_TOKEN, TOKEN),
            Map.entry(1117, TOKEN),
            Map.entry(3609, TOKEN),
            Map.entry(3610, TOKEN),
            Map.entry(6, OFTEN),
            Map.entry(9, FLOOD),
            Map.entry(29, DAY),
            Map.entry(103, DAY),
            Map.entry(14, HUMAN),
            Map.entry(17, HUMAN),
            Map.entry(24, HUMAN),
            Map.entry(3300, HUMAN),
            Map.entry(7, RIGHT),
            Map.entry(15, RIGHT),
            Map.entry(18, new Meaning(Kind.NO_RIGHT, "Страница удалена или заблокирована.")),
            Map.entry(19, new Meaning(Kind.NO_RIGHT, "Содержимое заблокировано.")),
            Map.entry(20, RIGHT),
            Map.entry(21, RIGHT),
            Map.entry(30, new Meaning(Kind.NO_RIGHT, "Страница закрыта настройками приватности.")),
            Map.entry(203, RIGHT),
            Map.entry(210, RIGHT),
            Map.entry(211, RIGHT),
            Map.entry(212, CLOSED),
            Map.entry(213, CLOSED),
            Map.entry(222, new Meaning(Kind.REFUSED, "ВКонтакте запретил ссылки в этом комментарии.")),
            Map.entry(223, new Meaning(Kind.COMMENTS_CLOSED, "Под этой записью слишком много комментариев.")),
            Map.entry(801, CLOSED),
            Map.entry(104, new Meaning(Kind.NOT_FOUND, "ВКонтакте этого не находит.")),
            Map.entry(125, new Meaning(Kind.NOT_FOUND, "Такого сообщества нет.")));

    private static final Set<Integer> MAYBE_DONE = Set.of(1, 10, 13, 36, 43);

    private static final Pattern GONE = Pattern.compile("(?i)deleted|not found");

    private final int code;
    private final boolean gone;

    private VkFault(int code, Meaning meaning, boolean gone) {
        super(meaning.kind, meaning.sentence, meaning.pause, !MAYBE_DONE.contains(code), null);
        this.code = code;
        this.gone = gone;
    }

    /** @param text VK's own; only tells apart what has one number */
    static VkFault of(int code, String text) {
        boolean sort = (code == GROUP_TOKEN || code == SERVICE_TOKEN) && text.contains("unavailable");
        var meaning = sort ? WRONG_TOKEN : MEANINGS.get(code);
        return new VkFault(
                code,
                meaning != null ? meaning : new Meaning(Kind.REFUSED, "ВКонтакте отказал, код " + code + "."),
                GONE.matcher(text).find());
    }

    boolean saysGone() {
        return gone && mayMeanGone();
    }

    /** The method does not take this sort of token. */
    boolean isWrongToken() {
        return code == GROUP_TOKEN || code == SERVICE_TOKEN;
    }

    /** VK says so of what is deleted as well. */
    boolean mayMeanGone() {
        return code == 15 || code == INVALID || code == 104 || (code >= 210 && code <= 213);
    }
}
