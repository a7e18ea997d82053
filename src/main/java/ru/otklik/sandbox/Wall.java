package ru.otklik.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Outcome;

/** Writing as a citizen. */
@Service
class Wall {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 60;

    private final SandboxPosts posts;
    private final Clock clock;
    private final Pace pace = new Pace();

    Wall(SandboxPosts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    List<SandboxPost> newest() {
        return posts.wall(50);
    }

    List<SandboxPost> thread(long id) {
        return posts.thread(id);
    }

    Optional<SandboxPost> find(long id) {
        return posts.find(id);
    }

    /** @param to the post that is commented on; null: a thread of its own */
    Outcome<SandboxPost> write(String citizen, String address, String name, String text, @Nullable SandboxPost to) {
        return named(name)
                .then(author ->
                        permitted(address, text).map(t -> posts.write(citizen, author, t, to, clock.instant())));
    }

    Outcome<String> named(String name) {
        String author = clean(name).replace('\n', ' ').strip();
        return author.isEmpty() || author.length() > LONGEST_NAME
                ? Outcome.refused("bad-name", "Укажите имя: до %d знаков.".formatted(LONGEST_NAME))
                : Outcome.done(author);
    }

    Outcome<SandboxPost> edit(long id, String citizen, String address, String text) {
        return permitted(address, text)
                .then(t -> posts.edit(id, citizen, t, clock.instant())
                        ? Outcome.done(posts.find(id).orElseThrow())
                        : Outcome.refused("not-yours", "Изменить можно только своё сообщение."));
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
