package ru.otklik.pictures;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import ru.otklik.kernel.Outcome;
import ru.otklik.pictures.cleaning.Cleaning;
import ru.otklik.pictures.cleaning.FileKind;

/** Pictures of incidents. What is kept never changes: it is called by the hash of its content. */
@Service
public class Pictures {

    /** Bytes of a file as a person brings it. */
    public static final int LARGEST = Cleaning.LARGEST;

    /** Of what a person may bring. */
    public static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    public record Content(String type, byte[] bytes) {}

    private static final Set<FileKind> BROUGHT = Set.of(FileKind.JPEG, FileKind.PNG);

    private final Cleaning cleaning;
    private final PictureRows rows;
    private final Clock clock;

    Pictures(Cleaning cleaning, PictureRows rows, Clock clock) {
        this.cleaning = cleaning;
        this.rows = rows;
        this.clock = clock;
    }

    /** Cleans a file that a person brought, and keeps it beside the incident. */
    public Outcome<Picture> bring(long incident, byte[] file, int person) {
        return bring(incident, file, person, BROUGHT);
    }

    Outcome<Picture> bring(long incident, byte[] file, int person, Set<FileKind> kinds) {
        return cleaning.clean(file, kinds).map(clean -> {
            Picture kept = rows.add(clean, clock.instant());
            rows.bring(incident, kept.hash(), person, clock.instant());
            return kept;
        });
    }

    /** All of an incident, the earliest first. */
    public List<Picture> list(long incident) {
        return rows.list(incident);
    }

    public Optional<Content> find(long incident, String hash) {
        return rows.content(incident, hash, false);
    }

    public Optional<Content> thumbnail(long incident, String hash) {
        return rows.content(incident, hash, true);
    }
}
