package ru.otklik.accounts.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.secrets.SealingKey.Sealed;
import ru.otklik.directory.Person;

/** The table {@code account_secret}. */
@Component
class SecretRows {

    record Row(int account, String name, Sealed sealed, Instant setAt, String setBy) {}

    private final JdbcClient jdbc;

    SecretRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever writes a secret takes it before looking which key seals: a rotation then misses no row of the old key. */
    void lock() {
        jdbc.sql("lock table account_secret in share row exclusive mode").update();
    }

    List<Row> list() {
        return jdbc.sql("select * from account_secret order by account_id, name")
                .query((row, n) -> row(row))
                .list();
    }

    List<Row> list(int account) {
        return jdbc.sql("select * from account_secret where account_id = :account order by name")
                .param("account", account)
                .query((row, n) -> row(row))
                .list();
    }

    Set<String> keyIds() {
        return jdbc.sql("select distinct key_id from account_secret")
                .query(String.class)
                .set();
    }

    void put(int account, String name, Sealed sealed, Instant now, @Nullable Person by) {
        jdbc.sql("""
                        insert into account_secret (account_id, name, key_id, nonce, sealed, set_at, set_by, set_by_name)
                        values (:account, :name, :key, :nonce, :sealed, :now, :by, :byName)
                        on conflict (account_id, name) do update
                        set key_id = :key, nonce = :nonce, sealed = :sealed, set_at = :now, set_by = :by,
                            set_by_name = :byName
                        """)
                .param("account", account)
                .param("name", name)
                .param("key", sealed.keyId())
                .param("nonce", sealed.nonce())
                .param("sealed", sealed.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.id())
                .param("byName", by == null ? "Отклик" : by.name())
                .update();
    }

    void reseal(Row row, Sealed sealed) {
        jdbc.sql("""
                        update account_secret set key_id = :key, nonce = :nonce, sealed = :sealed
                         where account_id = :account and name = :name
                        """)
                .param("account", row.account())
                .param("name", row.name())
                .param("key", sealed.keyId())
                .param("nonce", sealed.nonce())
                .param("sealed", sealed.bytes())
                .update();
    }

    void delete(int account, String name) {
        jdbc.sql("delete from account_secret where account_id = :account and name = :name")
                .param("account", account)
                .param("name", name)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("account_id"),
                row.getString("name"),
                new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("sealed")),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("set_by_name"));
    }
}
