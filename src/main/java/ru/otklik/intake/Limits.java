package ru.otklik.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.NewMessage;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;

/** What a message must be to be stored. */
final class Limits {

    static final int TEXT = 50_000;
    /** A network's clock may be ahead of ours, but not by more. */
    static final Duration AHEAD = Duration.ofDays(1);
    /** No network is older. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final int ID = 300;
    private static final int NAME = 500;
    private static final int LINK = 2_000;
    private static final int ATTACHMENTS = 20;
    private static final Pattern NETWORK = Pattern.compile("[a-z0-9-]{1,40}");
    /** Of the web, or of the sandbox that stands on this very server. */
    private static final Pattern WEB_LINK = Pattern.compile("(?i)https?://[^\\s]+|/sandbox/[^\\s]+");

    private Limits() {}

    /** The message with plain text, or why it cannot be stored. */
    static Outcome<NewMessage> checked(NewMessage m, Instant now) {
        if (m.text().length() > TEXT * 4) { // do not take apart what is refused anyway
            return tooLong();
        }
        String text = PlainText.of(m.text());
        return Stream.of(ids(m), links(m), about(m, now), ofText(text))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Outcome::<NewMessage>refused)
                .orElseGet(() -> Outcome.done(m.withText(text)));
    }

    private static Optional<Refusal> ids(NewMessage m) {
        if (!NETWORK.matcher(m.network()).matches()) {
            return no("bad-network", "Сеть называется латинскими строчными буквами, цифрами и дефисом, до 40 знаков.");
        }
        if (m.thread().length() > ID) {
            return no("bad-thread", "Обозначение обсуждения длиннее %d знаков.".formatted(ID));
        }
        if (m.externalId().isBlank() || m.externalId().length() > ID) {
            return no("bad-external-id", "Идентификатор сообщения в сети: от 1 до %d знаков.".formatted(ID));
        }
        return m.parent() != null && m.parent().length() > ID
                ? no("bad-parent", "Идентификатор родительского сообщения длиннее %d знаков.".formatted(ID))
                : Optional.empty();
    }

    private static Optional<Refusal> links(NewMessage m) {
        if (!isLinkOrNull(m.url())) {
            return no("bad-url", "Ссылка на сообщение начинается с http:// или https:// и не длиннее 2000 знаков.");
        }
        if (!isLinkOrNull(m.authorUrl())) {
            return no("bad-author-url", "Ссылка на автора начинается с http:// или https:// и не длиннее 2000 знаков.");
        }
        if (m.attachments().size() > ATTACHMENTS) {
            return no("too-many-attachments", "К сообщению можно приложить до %d ссылок.".formatted(ATTACHMENTS));
        }
        return m.attachments().stream().allMatch(a -> a != null && isLinkOrNull(a))
                ? Optional.empty()
                : no("bad-attachment", "Вложение — это ссылка, она начинается с http:// или https://");
    }

    private static Optional<Refusal> about(NewMessage m, Instant now) {
        if (Stream.of(m.thread(), m.externalId(), m.authorName(), m.parent())
                .filter(Objects::nonNull)
                .anyMatch(s -> s.indexOf('\0') >= 0 || PlainText.HALF.matcher(s).find())) {
            return no("nul", "В сообщении есть нулевой символ или половина знака: так бывает, когда прислан не текст.");
        }
        if (m.authorName() != null && m.authorName().length() > NAME) {
            return no("bad-author", "Имя автора длиннее %d знаков.".formatted(NAME));
        }
        if (m.postedAt() != null && m.postedAt().isBefore(FIRST)) {
            return no("too-old", "Дата сообщения раньше 2000 года. Проверьте её.");
        }
        return m.postedAt() != null && m.postedAt().isAfter(now.plus(AHEAD))
                ? no("future", "Дата сообщения ещё не наступила. Проверьте дату и часовой пояс.")
                : Optional.empty();
    }

    private static Optional<Refusal> ofText(String text) {
        if (text.isBlank()) {
            return no("no-text", "Нет текста сообщения.");
        }
        if (text.indexOf('\0') >= 0) {
            return no("nul", "В сообщении есть нулевой символ: так бывает, когда прислан не текст.");
        }
        return text.length() > TEXT
                ? Limits.<NewMessage>tooLong().fold(v -> Optional.empty(), Optional::of)
                : Optional.empty();
    }

    private static <T> Outcome<T> tooLong() {
        return Outcome.refused("too-long", "Текст длиннее 50 000 знаков.");
    }

    private static boolean isLinkOrNull(@Nullable String link) {
        return link == null
                || link.length() <= LINK
                        && link.indexOf('\0') < 0
                        && WEB_LINK.matcher(link).matches();
    }

    private static Optional<Refusal> no(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
