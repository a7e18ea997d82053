package ru.otklik.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.kernel.Role;

/** Clause 8. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadinessTest {

    private static final Authority READY = anAuthority(true);
    private static final Person DEPUTY = aPerson(Role.DEPUTY_HEAD, true);
    private static final Person EXECUTOR = aPerson(Role.EXECUTOR, true);

    @Test
    void an_authority_with_a_deputy_head_and_an_executor_is_ready() {
        assertThat(READY.missing(List.of(DEPUTY, EXECUTOR))).isEmpty();
    }

    @Test
    void without_an_executor_nothing_can_be_routed_to_it() {
        assertThat(READY.missing(List.of(DEPUTY)))
                .hasValueSatisfying(s -> assertThat(s).contains("нет ни одного исполнителя", "пункт 8", "минпроб"));
    }

    @Test
    void without_a_deputy_head_nothing_can_be_routed_to_it() {
        assertThat(READY.missing(List.of(EXECUTOR)))
                .hasValueSatisfying(s -> assertThat(s).contains("нет ответственного заместителя руководителя"));
    }

    @Test
    void people_who_no_longer_work_do_not_count() {
        assertThat(READY.missing(List.of(aPerson(Role.DEPUTY_HEAD, false), aPerson(Role.EXECUTOR, false))))
                .hasValueSatisfying(s -> assertThat(s).contains("нет ни ответственного", "ни исполнителя"));
    }

    @Test
    void an_authority_out_of_work_is_named_as_such() {
        assertThat(anAuthority(false).missing(List.of(DEPUTY, EXECUTOR)))
                .hasValueSatisfying(s -> assertThat(s).contains("больше не работает"));
    }

    private static Authority anAuthority(boolean active) {
        return new Authority(
                1,
                "minjkh",
                "министерство",
                "минпроб",
                Authority.Kind.EXECUTIVE,
                null,
                null,
                null,
                active,
                null,
                List.of(),
                0);
    }

    private static Person aPerson(Role role, boolean active) {
        return new Person(
                1, "login", "Примеров П. П.", "специалист", 1, Set.of(role), active, false, Instant.EPOCH, null, 0);
    }
}
