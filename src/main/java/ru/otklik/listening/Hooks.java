package ru.otklik.listening;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Push;
import ru.otklik.networks.Voices;

/** Where networks call us. Nobody is signed in: a call proves itself by the address and by the network's own secret. */
@RestController
class Hooks {

    private static final Logger log = LoggerFactory.getLogger(Hooks.class);
    private static final int LARGEST = 1 << 20;

    private final SourceRows sources;
    private final Networks networks;
    private final Voices voices;
    private final Taking taking;
    private final LaneRows lanes;

    Hooks(SourceRows sources, Networks networks, Voices voices, Taking taking, LaneRows lanes) {
        this.sources = sources;
        this.networks = networks;
        this.voices = voices;
        this.taking = taking;
        this.lanes = lanes;
    }

    @PostMapping("/hooks/{hook}")
    ResponseEntity<String> heard(@PathVariable UUID hook, HttpServletRequest request) throws IOException {
        Optional<Source> source = sources.ofHook(hook);
        if (source.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(413).build();
        }
        Source s = source.get();
        Map<String, String> secrets =
                s.account() == null ? Map.of() : voices.access(s.account()).secrets();
        var places = sources.ofLane(s.lane()).stream().map(Source::place).toList();
        Push.Taken taken = networks.find(s.place().network())
                .map(n -> n.take(new Push(headers(request), body, secrets), places))
                .orElseGet(() -> Push.Taken.refused(404, ""));
        return answer(store(s, taken));
    }

    /** When it cannot be stored the network hears so, and says it again later. */
    private Push.Taken store(Source s, Push.Taken taken) {
        try {
            taking.called(s.place().network(), s.lane(), taken, () -> lanes.hold(s.lane()));
            return taken;
        } catch (RuntimeException e) {
            log.error("What {} called with cannot be stored", s.place().network(), e);
            return new Push.Taken(503, "", List.of(), List.of());
        }
    }

    private static ResponseEntity<String> answer(Push.Taken taken) {
        return ResponseEntity.status(taken.status())
                .contentType(MediaType.TEXT_PLAIN)
                .body(taken.reply());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(request.getHeader(name))));
        return headers;
    }
}
