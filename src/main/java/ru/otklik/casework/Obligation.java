package ru.otklik.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Bearer;

/**
 * Who must do what by when, under which clause. The due instant is written once.
 *
 * @param id 0 until it is stored
 * @param term key in the regulation
 * @param authority whose officers bear it; null: the centre, or a lead not yet named
 * @param coExecutor the co-executor it is about; null: it is not about one
 * @param right may be done in time, but is no duty
 * @param why how the due instant came about, line by line
 * @param calendar version of the calendar it was counted by
 */
public record Obligation(
        long id,
        String term,
        String clause,
        Bearer bearer,
        @Nullable Integer authority,
        @Nullable Integer coExecutor,
        boolean right,
        Instant opened,
        Instant due,
        String why,
        String calendar) {

    Obligation bornBy(@Nullable Integer body) {
        return new Obligation(id, term, clause, bearer, body, coExecutor, right, opened, due, why, calendar);
    }
}
