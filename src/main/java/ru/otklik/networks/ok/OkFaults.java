package ru.otklik.networks.ok;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

/** What the numbers of the network mean. */
final class OkFaults {

    private record Meaning(
            Kind kind, String sentence, @Nullable Duration pause) {}

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(15);

    private static final int GROUP_RESTRICTION = 456;

    private static final Meaning BROKEN = meaning(Kind.TROUBLE, "Одноклассники временно не работают.");
    private static final Meaning TOKEN = meaning(Kind.TOKEN_DEAD, "Токен Одноклассников отозван или просрочен.");
    private static final Meaning APPLICATION =
            meaning(Kind.TOKEN_DEAD, "Приложение Одноклассников отключено, или его публичный ключ неверен.");
    private static final Meaning SIGNATURE =
            meaning(Kind.TOKEN_DEAD, "Подпись не принята: проверьте секретный ключ приложения Одноклассников.");
    private static final Meaning RIGHT = meaning(Kind.NO_RIGHT, "Одноклассники не дали на это права.");
    private static final Meaning GONE = meaning(Kind.POST_GONE, "Записи в Одноклассниках нет: её удалили.");
    private static final Meaning PLACE = meaning(Kind.NOT_FOUND, "Такой группы в Одноклассниках нет.");
    private static final Meaning HUMAN = meaning(
            Kind.CAPTCHA, "Одноклассники просят подтвердить вход владельца токена: войдите под ним в браузере.");

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(1, BROKEN),
            Map.entry(2, BROKEN),
            Map.entry(31, BROKEN),
            Map.entry(9999, BROKEN),
            Map.entry(3, meaning(Kind.REFUSED, "Одноклассники больше не знают такого вызова.")),
            Map.entry(7, limit("Одноклассники временно запретили это действие владельцу токена.", LONG)),
            Map.entry(8, limit("Одноклассники считают обращения слишком частыми.", LONG)),
            Map.entry(9, limit("Одноклассники закрыли доступ с адреса этого сервера.", LONG)),
            Map.entry(11, limit("Одноклассники просят обращаться реже.", SHORT)),
            Map.entry(10, RIGHT),
            Map.entry(22, RIGHT),
            Map.entry(23, RIGHT),
            Map.entry(24, RIGHT),
            Map.entry(50, meaning(Kind.NO_RIGHT, "Владелец токена не администратор этой группы.")),
            Map.entry(200, RIGHT),
            Map.entry(455, RIGHT),
            Map.entry(GROUP_RESTRICTION, meaning(Kind.NO_RIGHT, "Группа закрыта для владельца токена.")),
            Map.entry(457, RIGHT),
            Map.entry(458, RIGHT),
            Map.entry(101, APPLICATION),
            Map.entry(210, APPLICATION),
            Map.entry(900, APPLICATION),
            Map.entry(102, TOKEN),
            Map.entry(103, TOKEN),
            Map.entry(401, TOKEN),
            Map.entry(453, TOKEN),
            Map.entry(104, SIGNATURE),
            Map.entry(105, SIGNATURE),
            Map.entry(106, GONE),
            Map.entry(141, GONE),
            Map.entry(300, GONE),
            Map.entry(700, GONE),
            Map.entry(702, GONE),
            Map.entry(110, PLACE),
            Map.entry(160, PLACE),
            Map.entry(402, HUMAN),
            Map.entry(403, HUMAN),
            Map.entry(514, HUMAN),
            Map.entry(454, meaning(Kind.REFUSED, "Одноклассники отклонили текст.")),
            Map.entry(511, meaning(Kind.REFUSED, "Одноклассники сочли это спамом.")));

    private static final Meaning CLOSED = meaning(Kind.COMMENTS_CLOSED, "Группа не разрешает здесь комментировать.");

    private OkFaults() {}

    /** @param writing a group that restricts a comment closed the comments; one that restricts reading is closed */
    static NetworkFault of(int code, boolean writing) {
        Meaning m = writing && code == GROUP_RESTRICTION
                ? CLOSED
                : MEANINGS.getOrDefault(
                        code, meaning(Kind.REFUSED, "Одноклассники отказали: ошибка %d.".formatted(code)));
        // what broke inside the network may have been done before it broke
        return new NetworkFault(m.kind, m.sentence, m.pause, m.kind != Kind.TROUBLE, null);
    }

    static NetworkFault tooOften() {
        return new NetworkFault(Kind.LIMIT, "Одноклассники просят обращаться реже.", SHORT, true, null);
    }

    static NetworkFault nonsense() {
        return new NetworkFault(Kind.NONSENSE, "Ответ Одноклассников непонятен.", null, false, null);
    }

    private static Meaning meaning(Kind kind, String sentence) {
        return new Meaning(kind, sentence, null);
    }

    private static Meaning limit(String sentence, Duration pause) {
        return new Meaning(Kind.LIMIT, sentence, pause);
    }
}
