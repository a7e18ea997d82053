package ru.otklik.networks.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;

/** What a refusal of the Bot API means. It has few codes, so the words decide. */
final class BotFaults {

    private static final int LONGEST_QUOTE = 200;
    private static final long LONGEST_PAUSE = Duration.ofHours(24).toSeconds();

    private record Said(Pattern words, Kind kind, String sentence) {
        Said(String words, Kind kind, String sentence) {
            this(Pattern.compile(words), kind, sentence);
        }
    }

    /** By what stands in a description in lower case; the first that fits decides. */
    private static final List<Said> WORDS = List.of(
            new Said("repl(y|ied).*not found", Kind.POST_GONE, "Сообщение, на которое нужен ответ, удалено."),
            new Said("message thread not found", Kind.POST_GONE, "Обсуждение удалено."),
            new Said("message to edit not found", Kind.POST_GONE, "Ответ, который нужно исправить, удалён."),
            new Said("message_id_invalid", Kind.POST_GONE, "Сообщение удалено."),
            new Said("topic_closed", Kind.COMMENTS_CLOSED, "Тема в группе закрыта."),
            new Said("topic_deleted", Kind.POST_GONE, "Тема в группе удалена."),
            new Said("not enough rights", Kind.NO_RIGHT, "У бота нет права писать в группу."),
            new Said("no rights", Kind.NO_RIGHT, "У бота нет права писать в группу."),
            new Said("chat_write_forbidden", Kind.NO_RIGHT, "У бота нет права писать в группу."),
            new Said("chat_restricted", Kind.NO_RIGHT, "Бот ограничен в этой группе."),
            new Said("chat_admin_required", Kind.NO_RIGHT, "Бот должен быть администратором."),
            new Said("chat not found", Kind.NOT_FOUND, "Такого чата нет, или бот в него не добавлен."),
            new Said("upgraded to a supergroup", Kind.NOT_FOUND, "Группа стала супергруппой: подключите её заново."));

    /** The network calls somebody about this bot, so it does not let itself be asked. */
    static final class Hooked extends NetworkFault {
        Hooked() {
            super(
                    Kind.REFUSED,
                    "У бота включён вебхук, поэтому опрашивать его нельзя. Отключите вебхук или принимайте сообщения через него.");
        }
    }

    private BotFaults() {}

    /** @param token must not come back to anyone, even where the answer repeats it */
    static NetworkFault of(Fields said, String token) {
        long code = said.number("error_code").orElse(0L);
        String description = said.text("description").orElse("");
        if (code == 429) {
            return new NetworkFault(Kind.LIMIT, "Сеть Telegram просит подождать.", pause(said), true, null);
        }
        if (code >= 500) {
            return new NetworkFault(
                    Kind.TROUBLE, "Сбой на стороне Telegram (код %d).".formatted(code), null, false, null);
        }
        if (code == 401 || code == 404) {
            return new NetworkFault(Kind.TOKEN_DEAD, "Токен бота не действует: получите новый у @BotFather.");
        }
        if (code == 409) {
            return conflict(description);
        }
        String words = description.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(w -> code == 400 && w.words().matcher(words).find())
                .findFirst()
                .map(w -> new NetworkFault(w.kind(), w.sentence()))
                .orElseGet(() -> other(code, description, token));
    }

    private static NetworkFault conflict(String description) {
        return description.contains("webhook")
                ? new Hooked()
                : new NetworkFault(
                        Kind.REFUSED,
                        "Этого бота опрашивает ещё одна программа. Остановите её или заведите другого бота.");
    }

    private static NetworkFault other(long code, String description, String token) {
        return code == 403
                ? new NetworkFault(Kind.NO_RIGHT, "Бот исключён из группы или не может в неё писать.")
                : new NetworkFault(
                        Kind.REFUSED,
                        "Сеть Telegram отказала (код %d): %s.".formatted(code, quote(description, token)));
    }

    private static String quote(String description, String token) {
        String plain = description.replace(token, "…").replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return plain.isBlank()
                ? "без объяснения"
                : "«%s»".formatted(plain.substring(0, Math.min(plain.length(), LONGEST_QUOTE)));
    }

    private static @Nullable Duration pause(Fields said) {
        return said.at("parameters")
                .number("retry_after")
                .filter(s -> s > 0)
                .map(s -> Duration.ofSeconds(Math.min(s, LONGEST_PAUSE)))
                .orElse(null);
    }
}
