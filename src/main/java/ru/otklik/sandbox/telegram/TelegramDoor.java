package ru.otklik.sandbox.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.WhenDemo;
import ru.otklik.sandbox.wire.Caller;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Line;
import ru.otklik.sandbox.wire.Mishap;
import ru.otklik.sandbox.wire.Troubles;

/** Where the Bot API is called. */
@RestController
@Conditional(WhenDemo.class)
class TelegramDoor {

    private final Map<String, Function<TelegramCall, Object>> methods;
    private final Troubles troubles;
    private final Clock clock;

    TelegramDoor(TelegramReading reading, TelegramSending sending, Troubles troubles, Clock clock) {
        this.troubles = troubles;
        this.clock = clock;
        this.methods = Map.ofEntries(
                Map.entry("getMe", reading::me),
                Map.entry("getUpdates", reading::updates),
                Map.entry("setWebhook", reading::setWebhook),
                Map.entry("deleteWebhook", reading::deleteWebhook),
                Map.entry("getWebhookInfo", reading::webhookInfo),
                Map.entry("getChat", reading::chat),
                Map.entry("getChatMember", reading::member),
                Map.entry("sendMessage", sending::message),
                Map.entry("sendPhoto", sending::photo),
                Map.entry("sendMediaGroup", sending::album),
                Map.entry("editMessageText", sending::editText),
                Map.entry("editMessageCaption", sending::editCaption));
    }

    @RequestMapping(
            path = "/sandbox/telegram/bot{token}/{name}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> call(@PathVariable String token, @PathVariable String name, HttpServletRequest request) {
        if (!token.equals(SandboxAccess.BOT.token())) {
            return error(new TelegramFault(401, "Unauthorized"));
        }
        if (Caller.isTooFast(request, clock.instant())) {
            return error(TelegramFault.of(Mishap.RATE));
        }
        return TelegramMethod.find(name)
                .map(method -> Line.around(troubles, "telegram", method.way(), request, m -> {
                    try {
                        return Json.answer(200, Json.of("ok", true, "result", done(method, request, m)));
                    } catch (TelegramFault e) {
                        return error(e);
                    } catch (IOException e) {
                        return error(TelegramFault.bad("can't read the request"));
                    }
                }))
                .orElseGet(() -> error(new TelegramFault(404, "Not Found")));
    }

    private Object done(TelegramMethod method, HttpServletRequest request, @Nullable Mishap m) throws IOException {
        if (m != null && m != Mishap.DOUBLED) {
            throw TelegramFault.of(m);
        }
        var call = TelegramCall.of(request);
        method.check(call);
        Object result = Objects.requireNonNull(methods.get(method.name())).apply(call);
        return m == Mishap.DOUBLED && method.name().equals("getUpdates") ? Json.doubled(result) : result;
    }

    private static ResponseEntity<byte[]> error(TelegramFault fault) {
        return Json.answer(fault.code(), fault.body());
    }
}
