package ru.otklik.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.OfficialAccount.Owner;
import ru.otklik.accounts.OfficialAccount.Token;
import ru.otklik.accounts.OfficialAccount.TokenState;

/** The tables {@code official_account} and {@code account_poster}: what people say of an account. */
@Component
class AccountRows {

    private static final String ALL = """
            select a.*, coalesce(p.name, a.owner_name) as owner, coalesce(p.position, a.owner_position) as owner_post,
                   array(select person_id from account_poster where account_id = a.id order by person_id) as posters
              from official_account a left join person p on p.id = a.owner_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Changes of the register go one after another: what one of them looked at stays so until it is done. */
    void lock() {
        jdbc.sql("lock table official_account in share row exclusive mode").update();
    }

    List<OfficialAccount> list() {
        return jdbc.sql(ALL).query((row, n) -> account(row)).list();
    }

    OfficialAccount get(int id) {
        return jdbc.sql(ALL + " where a.id = :id")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no account " + id));
    }

    int add(Registering.Draft draft) {
        int id = with(jdbc.sql("""
                        insert into official_account (authority_id, network, network_id, name, link, owner_id, owner_name,
                            owner_position, two_factor, state_mark, created_at, changed_at, token_since, next_check_at)
                        values (:authority, :network, :networkId, :name, :link, :owner, :ownerName, :ownerPosition,
                            :twoFactor, :stateMark, :now, :now, :now, :now)
                        returning id
                        """).param("network", draft.network()), draft)
                .query(Integer.class)
                .single();
        setPosters(id, draft.posters());
        return id;
    }

    void change(int id, Registering.Draft draft) {
        with(jdbc.sql("""
                        update official_account
                           set authority_id = :authority, network_id = :networkId, name = :name, link = :link,
                               owner_id = :owner, owner_name = :ownerName, owner_position = :ownerPosition,
                               two_factor = :twoFactor, state_mark = :stateMark, changed_at = :now,
                               version = version + 1
                         where id = :id
                        """).param("id", id), draft).update();
        setPosters(id, draft.posters());
    }

    void setClosed(int id, boolean closed) {
        jdbc.sql("""
                        update official_account
                           set closed_at = case when :closed then :now end, changed_at = :now, next_check_at = :now,
                               version = version + 1
                         where id = :id
                        """)
                .param("id", id)
                .param("closed", closed)
                .param("now", at(clock.instant()))
                .update();
    }

    private void setPosters(int id, Set<Integer> people) {
        jdbc.sql("delete from account_poster where account_id = :id")
                .param("id", id)
                .update();
        people.forEach(person -> jdbc.sql("insert into account_poster (account_id, person_id) values (:id, :person)")
                .param("id", id)
                .param("person", person)
                .update());
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, Registering.Draft draft) {
        Owner owner = draft.owner();
        boolean known = owner.personId() != null;
        return sql.param("authority", draft.authorityId())
                .param("networkId", draft.networkId())
                .param("name", draft.name())
                .param("link", draft.link())
                .param("owner", owner.personId())
                .param("ownerName", known ? "" : owner.name())
                .param("ownerPosition", known ? "" : owner.position())
                .param("twoFactor", draft.twoFactor())
                .param("stateMark", draft.stateMark())
                .param("now", at(clock.instant()));
    }

    private static OfficialAccount account(ResultSet row) throws SQLException {
        return new OfficialAccount(
                row.getInt("id"),
                number(row, "authority_id"),
                row.getString("network"),
                row.getString("network_id"),
                row.getString("name"),
                row.getString("link"),
                new Owner(number(row, "owner_id"), row.getString("owner"), row.getString("owner_post")),
                Set.of((Integer[]) row.getArray("posters").getArray()),
                row.getBoolean("two_factor"),
                row.getBoolean("state_mark"),
                new Token(
                        TokenState.valueOf(row.getString("token_state")),
                        instant(row, "token_since"),
                        moment(row, "checked_at"),
                        row.getString("last_error"),
                        row.getString("last_error_kind")),
                instant(row, "changed_at"),
                moment(row, "closed_at"),
                row.getInt("secrets_version"),
                row.getInt("version"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC); // the database would round, maybe up
    }
}
