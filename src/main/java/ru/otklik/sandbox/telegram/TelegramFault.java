package ru.otklik.sandbox.telegram;

import java.util.Map;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Mishap;

/** An error of the Bot API: its number is the HTTP status as well. */
final class TelegramFault extends RuntimeException {

    static final String NO_REPLIED = "message to be replied not found";
    private static final int WAIT = 3;

    private final int code;

    TelegramFault(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static TelegramFault bad(String what) {
        return new TelegramFault(400, "Bad Request: " + what);
    }

    static TelegramFault of(Mishap mishap) {
        return switch (mishap) {
            case FLOOD, RATE, QUOTA, CAPTCHA -> new TelegramFault(429, "Too Many Requests: retry after " + WAIT);
            case TOKEN_DEAD -> new TelegramFault(401, "Unauthorized");
            case FORBIDDEN -> new TelegramFault(403, "Forbidden: bot was kicked from the supergroup chat");
            case COMMENTS_CLOSED -> bad("TOPIC_CLOSED");
            case POST_GONE -> bad(NO_REPLIED);
            default -> new TelegramFault(500, "Internal Server Error");
        };
    }

    int code() {
        return code;
    }

    Map<String, Object> body() {
        return Json.of(
                "ok",
                false,
                "error_code",
                code,
                "description",
                getMessage(),
                "parameters",
                code == 429 ? Json.of("retry_after", WAIT) : null);
    }
}
