package ru.otklik.casebook;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * What is written to an incident's tables by one decision: each statement as it stands, all in one round trip and in
 * their order. Rows of one table go as arrays, so that a handful of texts serves all and the database keeps their plans.
 */
final class Writes {

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    void add(String sql, @Nullable Object... values) {
        statements.add(sql);
        parameters.addAll(java.util.Arrays.asList(values));
    }

    /** @return how many rows each statement touched */
    List<Integer> send(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<List<Integer>>) connection -> {
            try (PreparedStatement all = connection.prepareStatement(String.join(";\n", statements))) {
                for (int i = 0; i < parameters.size(); i++) {
                    set(all, i + 1, parameters.get(i));
                }
                all.execute();
                return counts(all);
            }
        });
    }

    private static void set(PreparedStatement to, int at, @Nullable Object value) throws SQLException {
        if (value instanceof SqlParameterValue typed) {
            StatementCreatorUtils.setParameterValue(to, at, typed, typed.getValue());
        } else {
            to.setObject(at, value);
        }
    }

    private List<Integer> counts(PreparedStatement all) throws SQLException {
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < statements.size(); i++) {
            counts.add(all.getUpdateCount());
            all.getMoreResults();
        }
        return counts;
    }

    // A value that may be absent has the type it has when present: another type is another plan.

    static SqlParameterValue text(@Nullable Object value) {
        return new SqlParameterValue(Types.VARCHAR, value == null ? null : value.toString());
    }

    static SqlParameterValue number(@Nullable Integer value) {
        return new SqlParameterValue(Types.INTEGER, value);
    }

    /** As text for the database to read: there is no other way to give an instant and its absence one type. */
    static SqlParameterValue instant(@Nullable Instant value) {
        return new SqlParameterValue(Types.OTHER, value == null ? null : value.toString());
    }
}
