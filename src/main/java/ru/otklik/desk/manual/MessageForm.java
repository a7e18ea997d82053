package ru.otklik.desk.manual;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import ru.otklik.casework.NewMessage;
import ru.otklik.kernel.Outcome;

/** A message as the operator typed it. */
public record MessageForm(String link, String author, String text, String posted, String error) {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 500;
    static final MessageForm EMPTY = new MessageForm("", "", "", "", "");

    static MessageForm of(MultiValueMap<String, String> fields) {
        return new MessageForm(
                word(fields, "link"),
                word(fields, "author"),
                word(fields, "text").replace("\r\n", "\n"),
                word(fields, "posted"),
                "");
    }

    private static String word(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    MessageForm with(String sentence) {
        return new MessageForm(link, author, text, posted, sentence);
    }

    /** The link is the identity: the same link is the same message. */
    Outcome<NewMessage> message(ZoneId zone, Instant now) {
        Optional<Link> known = Link.of(link);
        if (known.isEmpty()) {
            return Outcome.refused(
                    "bad-link", "Укажите ссылку на сообщение целиком, как в адресной строке: https://vk.com/wall-1_2");
        }
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            return Outcome.refused("bad-text", "Вставьте текст сообщения.");
        }
        if (text.length() > LONGEST) {
            return Outcome.refused(
                    "too-long", "Текст длиннее 20 000 знаков (%d). Сократите его.".formatted(text.length()));
        }
        if (author.length() > LONGEST_NAME || author.indexOf('\0') >= 0) {
            return Outcome.refused(
                    "bad-author", "Имя автора длиннее %d знаков. Сократите его.".formatted(LONGEST_NAME));
        }
        return posted(zone, now)
                .map(at -> new NewMessage(
                        known.get().network(),
                        "",
                        known.get().key(),
                        link,
                        orNull(author),
                        null,
                        text,
                        at.orElse(null),
                        List.of(),
                        null));
    }

    private Outcome<Optional<Instant>> posted(ZoneId zone, Instant now) {
        if (posted.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        try {
            Instant at = LocalDateTime.parse(posted).atZone(zone).toInstant();
            return at.isAfter(now)
                    ? Outcome.refused("future", "Время размещения ещё не наступило. Проверьте дату и время.")
                    : Outcome.done(Optional.of(at));
        } catch (DateTimeParseException e) {
            return Outcome.refused("bad-time", "Время размещения не разобрано. Выберите дату и время заново.");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
