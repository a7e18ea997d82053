package ru.otklik.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code account_event}: deaths and returns of tokens; it only grows. */
@Component
class AccountEventRows {

    private final JdbcClient jdbc;

    AccountEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void died(int account, String fault, String sentence, Instant now) {
        add(account, "DIED", fault, sentence, now);
    }

    void revived(int account, String sentence, Instant now) {
        add(account, "REVIVED", null, sentence, now);
    }

    private void add(int account, String kind, @Nullable String fault, String sentence, Instant now) {
        jdbc.sql("""
                        insert into account_event (account_id, at, kind, fault, sentence)
                        values (:account, :now, :kind, :fault, :sentence)
                        """)
                .param("account", account)
                .param("now", AccountRows.at(now))
                .param("kind", kind)
                .param("fault", fault)
                .param("sentence", sentence)
                .update();
    }

    /** The newest first. */
    List<Tokens.Event> list(int account, int limit) {
        return jdbc.sql("""
                        select at, kind, sentence from account_event
                         where account_id = :account order by id desc limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query((row, n) -> new Tokens.Event(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind").equals("DIED"),
                        row.getString("sentence")))
                .list();
    }
}
