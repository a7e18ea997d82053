package ru.otklik.networks.max;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;

/** What a refusal of MAX means: by its code of words first, by the status of HTTP where the words are new. */
final class MaxFaults {

    static final String NOT_READY = "attachment.not.ready";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Set<String> CLOSED = Set.of("comments.disabled", "comments.closed", "comments.not_allowed");

    /** So that a picture that is not ready yet is told from a refusal for good. */
    static final class NotReady extends NetworkFault {
        NotReady() {
            super(Kind.REFUSED, "Сеть MAX ещё не приняла картинку: отправьте ответ позже.");
        }
    }

    private MaxFaults() {}

    static NetworkFault of(int status, Fields said, Optional<String> retryAfter) {
        String code = said.text("code").filter(c -> WORD.matcher(c).matches()).orElse("");
        if (status == 429 || code.equals("too.many.requests")) {
            Duration pause = retryAfter
                    .filter(s -> SECONDS.matcher(s).matches())
                    .map(s -> Duration.ofSeconds(Long.parseLong(s)))
                    .orElse(null);
            return new NetworkFault(Kind.LIMIT, "Сеть MAX просит подождать.", pause, true, null);
        }
        if (status == 401 || code.equals("verify.token")) {
            return new NetworkFault(Kind.TOKEN_DEAD, "Токен бота MAX не действует: получите новый.");
        }
        if (code.equals(NOT_READY)) {
            return new NotReady();
        }
        if (CLOSED.contains(code)) {
            return new NetworkFault(Kind.COMMENTS_CLOSED, "Комментарии в канале выключены.");
        }
        if (code.equals("comments.timeout_exceeded")) {
            return new NetworkFault(Kind.REFUSED, "Комментарий старше 26 часов: в MAX его уже не исправить.");
        }
        if (status == 403 || code.equals("access.denied") || code.equals("chat.denied")) {
            return new NetworkFault(Kind.NO_RIGHT, "У бота MAX нет на это прав: проверьте, администратор ли он.");
        }
        if (status == 404 || code.equals("not.found")) {
            return new NetworkFault(Kind.NOT_FOUND, "Такого чата или сообщения в MAX нет.");
        }
        return new NetworkFault(
                Kind.REFUSED, "Сеть MAX отказала (код %d%s).".formatted(status, code.isEmpty() ? "" : ", " + code));
    }
}
