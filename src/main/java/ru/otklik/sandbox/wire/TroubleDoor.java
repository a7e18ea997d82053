package ru.otklik.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.sandbox.WhenDemo;

/** Troubles, set by a program of this machine: a test, a load. */
@RestController
@Conditional(WhenDemo.class)
class TroubleDoor {

    static final Set<String> NETWORKS = Set.of("vk", "telegram");

    private final Troubles troubles;

    TroubleDoor(Troubles troubles) {
        this.troubles = troubles;
    }

    /**
     * Without parameters: no troubles from now on. With {@code next}: so many of the next calls. Otherwise chances of
     * every call by the names of mishaps, such as {@code cut=0.01}.
     */
    @PostMapping("/sandbox/{network}/trouble")
    ResponseEntity<byte[]> set(
            @PathVariable String network,
            @RequestParam(required = false) @Nullable Mishap next,
            @RequestParam(required = false) Mishap.@Nullable Way way,
            @RequestParam(defaultValue = "1") int times,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(defaultValue = "0") long skewSeconds,
            @RequestParam(defaultValue = "3000") long slowMillis,
            HttpServletRequest request) {
        if (!Caller.isLocal(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!NETWORKS.contains(network)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (next != null) {
            troubles.queue(network, next, way, times);
        } else {
            troubles.clear(network);
            var skew = Duration.ofSeconds(bounded(skewSeconds, 86_400));
            troubles.set(network, chances(request), skew, Duration.ofMillis(bounded(slowMillis, 60_000)), seed);
        }
        return Json.answer(200, Json.of("ok", true));
    }

    private static Map<Mishap, Double> chances(HttpServletRequest request) {
        var chances = new EnumMap<Mishap, Double>(Mishap.class);
        for (Mishap m : Mishap.values()) {
            String chance = request.getParameter(m.name().toLowerCase(Locale.ROOT));
            if (chance != null) {
                chances.put(m, chance(chance));
            }
        }
        return chances;
    }

    private static long bounded(long asked, long most) {
        return Math.max(-most, Math.min(most, asked));
    }

    private static double chance(String text) {
        try {
            return Math.max(0, Math.min(1, Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
