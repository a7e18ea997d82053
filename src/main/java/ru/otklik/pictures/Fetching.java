package ru.otklik.pictures;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.pictures.AttachmentRows.Claimed;
import ru.otklik.pictures.cleaning.FileKind;

/** Fetches what citizens hung on their messages. What does not come in a few tries is given up, and people read why. */
@Service
class Fetching {

    /** From one try to the next. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Set<FileKind> READ = Set.of(FileKind.values());

    private final AttachmentRows rows;
    private final Whereabouts whereabouts;
    private final Web web;
    private final Pictures pictures;
    private final Clock clock;

    Fetching(AttachmentRows rows, Whereabouts whereabouts, Web web, Pictures pictures, Clock clock) {
        this.rows = rows;
        this.whereabouts = whereabouts;
        this.web = web;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** False: nothing is due. */
    boolean turn() {
        Instant now = clock.instant();
        Optional<Claimed> next = rows.claim(now, now.plus(CLAIM));
        next.ifPresent(this::fetch);
        return next.isPresent();
    }

    private void fetch(Claimed a) {
        if (a.tries() > PAUSES.size() + 1) {
            // whoever took it last did not live to say what became of it
            rows.lost(a.id(), "Файл не удаётся прочитать.");
            return;
        }
        try {
            URI from = whereabouts.address(a.network(), a.source());
            byte[] file = web.get(from, whereabouts.server(a.network()));
            kept(a, file).fold(done -> null, no -> {
                rows.lost(a.id(), no.sentence());
                return null;
            });
        } catch (NetworkFault fault) {
            failed(a, fault);
        }
    }

    private Outcome<Picture> kept(Claimed a, byte[] file) {
        if (FileKind.of(file).isEmpty()) {
            return Outcome.refused("no-picture", "По ссылке не картинка (JPEG, PNG или GIF).");
        }
        Outcome<Picture> kept = pictures.bring(a.message(), file, 0, READ);
        return kept.map(picture -> {
            rows.here(a.id(), picture.hash());
            return picture;
        });
    }

    private void failed(Claimed a, NetworkFault fault) {
        boolean passes = fault.kind() == Kind.TROUBLE || fault.kind() == Kind.LIMIT;
        if (!passes || a.tries() > PAUSES.size()) {
            String tries = a.tries() > 1 ? " Попыток: %d.".formatted(a.tries()) : "";
            rows.lost(a.id(), fault.sentence() + tries);
        } else {
            rows.later(a.id(), fault.sentence(), clock.instant().plus(PAUSES.get(a.tries() - 1)));
        }
    }
}
