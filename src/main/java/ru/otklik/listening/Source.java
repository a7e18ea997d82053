package ru.otklik.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Place;

/**
 * A watched place («источник»).
 *
 * @param account number in the register of official accounts by whose token it is heard; null: by none
 * @param every how often it is asked
 * @param most so many messages at a turn, so that one source with a backlog leaves time for the others
 * @param since what was written earlier is not taken
 * @param about the territory that it is about; null: of none
 * @param can what Otklik does there, in sentences; {@code missing} what it does not, and why
 * @param hook the secret part of the address that the network calls
 */
public record Source(
        int id,
        int lane,
        Place place,
        @Nullable Integer account,
        Duration every,
        int most,
        Instant since,
        @Nullable String about,
        List<String> can,
        List<String> missing,
        UUID hook,
        boolean active,
        int version) {}
