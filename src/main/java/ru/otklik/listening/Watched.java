package ru.otklik.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;

/** A source and how it fares. */
public record Watched(Source source, Health health) {

    /**
     * Of its lane.
     *
     * @param heard so many posts in all, each time one was said counted
     * @param fault kind of the last failure, see {@link NetworkFault.Kind}; null: it was heard since
     * @param error the same as a sentence
     */
    public record Health(
            @Nullable Instant heardAt,
            long heard,
            @Nullable String fault,
            @Nullable String error,
            @Nullable Instant failedAt,
            Instant nextAt) {

        static Health of(ResultSet r) throws SQLException {
            return new Health(
                    at(r, "heard_at"),
                    r.getLong("heard"),
                    r.getString("fault"),
                    r.getString("error"),
                    at(r, "failed_at"),
                    r.getObject("next_at", OffsetDateTime.class).toInstant());
        }

        private static @Nullable Instant at(ResultSet r, String column) throws SQLException {
            var at = r.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        public boolean isWell() {
            return error == null;
        }
    }
}
