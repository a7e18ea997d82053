package ru.otklik.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;

/**
 * A row of the outbox taken by this process, with what is to be sent and where.
 *
 * @param unsure the network may have it already: it is looked for, and not sent
 * @param account by whose account; null: there was none when it was ordered
 * @param corrects external id of the answer that this one replaces; null: none
 * @param pictures hashes, with commas
 * @param externalId of the answer as it was posted; null: it was not
 */
record Claimed(
        long id,
        long incident,
        int draft,
        UUID key,
        int attempts,
        boolean unsure,
        Instant orderedAt,
        @Nullable Integer account,
        @Nullable String corrects,
        @Nullable String externalId,
        int looks,
        String text,
        String pictures,
        String network,
        String thread,
        String message) {

    Address address() {
        return new Address(thread, message);
    }

    Answer answer(List<Answer.Picture> pictures) {
        return new Answer(text, pictures, key.toString());
    }

    List<String> hashes() {
        return OutboxRows.hashes(pictures);
    }
}
