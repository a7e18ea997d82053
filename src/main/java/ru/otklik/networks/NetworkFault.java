package ru.otklik.networks;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network said no, or nothing that makes sense. The message is a Russian sentence for a person, without secrets. */
public class NetworkFault extends RuntimeException {

    /** What it means, whatever number the network gives it. */
    public enum Kind {
        TOKEN_DEAD("токен отозван или просрочен"),
        NO_RIGHT("не хватает прав"),
        COMMENTS_CLOSED("комментарии закрыты"),
        POST_GONE("запись удалена"),
        NOT_FOUND("такого места в сети нет"),
        LIMIT("сеть просит подождать"),
        CAPTCHA("сеть просит подтвердить, что пишет человек"),
        REFUSED("сеть отказала"),
        /** Not reached, or reached and broken: nothing is wrong with what was asked. */
        TROUBLE("сеть не отвечает"),
        /** It answered what its own documentation does not allow. */
        NONSENSE("сеть ответила непонятно");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** It may go by itself. */
        public boolean passes() {
            return this == LIMIT || this == TROUBLE || this == NONSENSE;
        }
    }

    private final Kind kind;
    private final @Nullable Duration pause;
    /** Whether the network has surely done nothing. */
    private final boolean undone;

    /** The network answered, so it did nothing. */
    public NetworkFault(Kind kind, String sentence) {
        this(kind, sentence, null, true, null);
    }

    /**
     * @param pause how long the network asks to wait; null: it does not say
     * @param undone false: what was asked may have been done
     */
    public NetworkFault(
            Kind kind, String sentence, @Nullable Duration pause, boolean undone, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.pause = pause;
        this.undone = undone;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    public boolean isUndone() {
        return undone;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
