package ru.otklik.desk.manual;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import ru.otklik.casework.NewMessage;
import ru.otklik.kernel.Outcome;

/** A message as the operator typed it. */
public record MessageForm(String link, String author, String text, String posted, String error) {

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
    Outcome<NewMessage> message(ZoneId zone) {
        if (!link.matches("https?://\\S{3,2000}")) {
            return Outcome.refused("bad-link", "Укажите ссылку на сообщение: она начинается с https://");
        }
        if (text.isEmpty() || text.length() > 20_000 || text.indexOf('\0') >= 0) {
            return Outcome.refused("bad-text", "Вставьте текст сообщения, не длиннее 20 000 знаков.");
        }
        Instant at = null;
        try {
            at = posted.isEmpty()
                    ? null
                    : LocalDateTime.parse(posted).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return Outcome.refused("bad-time", "Время размещения не разобрано. Выберите дату и время заново.");
        }
        return Outcome.done(
                new NewMessage("manual", "", key(link), link, orNull(author), null, text, at, List.of(), null));
    }

    private static String key(String link) {
        if (link.length() <= 300) {
            return link;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
