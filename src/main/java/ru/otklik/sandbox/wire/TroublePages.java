package ru.otklik.sandbox.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.sandbox.WhenDemo;

/** The switches for a person: chances in hundredths. */
@Controller
@Conditional(WhenDemo.class)
@RequestMapping("/sandbox/troubles")
public class TroublePages {

    /** What stands in the form of one network. */
    public record Sheet(String network, Map<Mishap, Double> chances, long skewMinutes) {

        public long percent(Mishap m) {
            return Math.round(chances.getOrDefault(m, 0.0) * 100);
        }
    }

    private final Troubles troubles;

    TroublePages(Troubles troubles) {
        this.troubles = troubles;
    }

    @GetMapping
    String switches(@RequestParam(defaultValue = "false") boolean saved, Model model) {
        model.addAttribute("saved", saved);
        model.addAttribute(
                "sheets",
                TroubleDoor.NETWORKS.stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .map(n -> new Sheet(
                                n, troubles.chances(n), troubles.skew(n).toMinutes()))
                        .toList());
        return "sandbox/troubles";
    }

    @PostMapping
    String save(
            @RequestParam String network,
            @RequestParam(defaultValue = "false") boolean clear,
            @RequestParam Map<String, String> typed) {
        if (!TroubleDoor.NETWORKS.contains(network)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (clear) {
            troubles.clear(network);
            return "redirect:/sandbox/troubles?saved=true";
        }
        var chances = new EnumMap<Mishap, Double>(Mishap.class);
        for (Mishap m : Mishap.values()) {
            long percent = number(typed.get(m.name()), 100);
            if (percent > 0) {
                chances.put(m, percent / 100.0);
            }
        }
        var skew = Duration.ofMinutes(number(typed.get("skew"), 1440));
        troubles.set(network, chances, skew, troubles.slow(network), 1);
        return "redirect:/sandbox/troubles?saved=true";
    }

    /** Nothing, or nonsense, is none. */
    private static long number(@org.jspecify.annotations.Nullable String typed, long most) {
        return typed != null && typed.matches("-?\\d{1,4}")
                ? Math.max(-most, Math.min(most, Long.parseLong(typed)))
                : 0;
    }
}
