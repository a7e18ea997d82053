package ru.otklik.sandbox.vk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Mishap;

/** An error of VK by its published number. */
final class VkFault extends RuntimeException {

    private final int code;

    VkFault(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static VkFault parameter(String what) {
        return new VkFault(100, "One of the parameters specified was missing or invalid: " + what);
    }

    /** What is deleted or never was. */
    static VkFault gone() {
        return new VkFault(15, "Access denied: post or comment deleted");
    }

    static VkFault of(Mishap mishap, Mishap.Way way) {
        return switch (mishap) {
            case CAPTCHA -> new VkFault(14, "Captcha needed");
            case FLOOD -> new VkFault(9, "Flood control");
            case RATE -> new VkFault(6, "Too many requests per second");
            case QUOTA -> new VkFault(29, "Rate limit reached");
            case TOKEN_DEAD -> new VkFault(5, "User authorization failed: access_token has expired.");
            case FORBIDDEN -> new VkFault(15, "Access denied");
            case COMMENTS_CLOSED ->
                way == Mishap.Way.READ
                        ? new VkFault(212, "Access to post comments denied")
                        : new VkFault(213, "Access to status replies denied");
            case POST_GONE -> gone();
            default -> new VkFault(10, "Internal server error");
        };
    }

    int code() {
        return code;
    }

    /** With what was asked, but never with the token. */
    Map<String, Object> body(String method, Map<String, String> asked) {
        List<Object> params = new ArrayList<>();
        params.add(Json.of("key", "method", "value", method));
        asked.forEach((k, v) -> {
            if (!k.equals("access_token")) {
                params.add(Json.of("key", k, "value", v));
            }
        });
        boolean captcha = code == 14;
        return Json.of(
                "error",
                Json.of(
                        "error_code",
                        code,
                        "error_msg",
                        getMessage(),
                        "captcha_sid",
                        captcha ? "239633676097" : null,
                        "captcha_img",
                        captcha ? "https://api.vk.com/captcha.php?sid=239633676097" : null,
                        "request_params",
                        params));
    }
}
