package ru.otklik.pictures;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.casework.Fact;
import ru.otklik.casework.FactListener;
import ru.otklik.casework.NewMessage;

/** What citizens hung on their messages: put down with the message, fetched later. */
@Service
public class Attachments implements FactListener {

    public enum State {
        WAITING,
        HERE,
        LOST
    }

    /**
     * @param link where a person sees it
     * @param hash of the picture; null unless it is here
     * @param error why it did not come, or has not come yet, as a sentence; null: nothing went wrong
     */
    public record Attachment(
            String link,
            State state,
            @Nullable String hash,
            @Nullable String error,
            Instant nextTryAt) {}

    private final AttachmentRows rows;
    private final Clock clock;

    Attachments(AttachmentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void begun(long incident, NewMessage message) {
        if (!message.pictures().isEmpty()) {
            rows.add(incident, message.pictures(), clock.instant());
        }
    }

    @Override
    public void on(long incident, Fact fact) {
        // what happens afterwards changes nothing of what was sent
    }

    /** Those of a message that lead to pictures. */
    public List<Attachment> list(long incident) {
        return rows.list(incident);
    }
}
