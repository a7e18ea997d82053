package ru.otklik.sandbox;

import java.time.Clock;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Outcome;

/** What a citizen may write, and how often. */
@Service
class Wall {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 60;

    private final Clock clock;
    private final Pace pace = new Pace();

    Wall(Clock clock) {
        this.clock = clock;
    }

    Outcome<String> named(String name) {
        String author = clean(name).replace('\n', ' ').strip();
        return author.isEmpty() || author.length() > LONGEST_NAME
                ? Outcome.refused("bad-name", "Укажите имя: до %d знаков.".formatted(LONGEST_NAME))
                : Outcome.done(author);
    }

    /** Of a sane length, and not one too many from this address. */
    Outcome<String> permitted(String address, String text) {
        String t = clean(text).strip();
        if (t.isEmpty() || t.length() > LONGEST) {
            return Outcome.refused("bad-text", "Напишите текст: от 1 до %d знаков.".formatted(LONGEST));
        }
        return pace.allows(address, clock.instant())
                ? Outcome.done(t)
                : Outcome.refused("too-often", "Слишком много сообщений подряд. Подождите минуту и повторите.");
    }

    /** Without what a database or a page cannot hold. */
    private static String clean(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "");
    }
}
