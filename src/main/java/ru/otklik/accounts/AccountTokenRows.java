package ru.otklik.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.OfficialAccount.TokenState;

/** The table {@code official_account}: what networks say of its token. */
@Component
class AccountTokenRows {

    private final JdbcClient jdbc;

    AccountTokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return accounts to be checked now; nobody else checks them until {@code next} */
    List<Integer> claim(Instant now, Instant next, int limit) {
        return jdbc.sql("""
                        update official_account set next_check_at = :next
                         where id in (select id from official_account
                                       where closed_at is null and token_state <> 'NONE' and next_check_at <= :now
                                       order by next_check_at limit :limit for update skip locked)
                        returning id
                        """)
                .param("now", AccountRows.at(now))
                .param("next", AccountRows.at(next))
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    /**
     * The state before; empty: the secrets were changed since they were asked about.
     *
     * @param version of the secrets that were asked about; null: of whatever is there
     */
    Optional<TokenState> lock(int account, @Nullable Integer version) {
        return jdbc.sql("""
                        select token_state from official_account
                         where id = :id and token_state <> 'NONE'
                           and (:version::integer is null or secrets_version = :version)
                           for update
                        """)
                .param("id", account)
                .param("version", version)
                .query(String.class)
                .optional()
                .map(TokenState::valueOf);
    }

    void checked(
            int account,
            TokenState before,
            TokenState after,
            @Nullable String error,
            @Nullable String kind,
            Instant now) {
        jdbc.sql("""
                        update official_account
                           set token_state = :after, checked_at = :now, last_error = :error, last_error_kind = :kind,
                               token_since = case when :same then token_since else :now end
                         where id = :id
                        """)
                .param("id", account)
                .param("after", after.name())
                .param("same", before == after)
                .param("error", error)
                .param("kind", kind)
                .param("now", AccountRows.at(now))
                .update();
    }

    void checkSoon(int account, Instant now) {
        jdbc.sql("update official_account set next_check_at = least(next_check_at, :now) where id = :id")
                .param("id", account)
                .param("now", AccountRows.at(now))
                .update();
    }

    /** Other secrets: what was known of the former says nothing of them. */
    void renewed(int account, Probing.Verdict verdict, Instant now, Instant next) {
        jdbc.sql("""
                        update official_account
                           set token_state = :state, token_since = :now, checked_at = :checked, last_error = :error,
                               last_error_kind = :kind, next_check_at = :next, secrets_version = secrets_version + 1
                         where id = :id
                        """)
                .param("id", account)
                .param("state", verdict.state().name())
                .param("now", AccountRows.at(now))
                .param("checked", verdict.state() == TokenState.NONE ? null : AccountRows.at(now))
                .param("error", verdict.remark())
                .param("kind", verdict.kind() == null ? null : verdict.kind().name())
                .param("next", AccountRows.at(next))
                .update();
    }
}
