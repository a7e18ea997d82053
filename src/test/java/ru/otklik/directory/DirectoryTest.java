package ru.otklik.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.otklik.kernel.Role;

@OnPostgres
@Transactional
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DirectoryTest {

    @Autowired
    Authorities authorities;

    @Autowired
    People people;

    @Autowired
    Staffing staffing;

    @Autowired
    FirstLoad firstLoad;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_region_file_becomes_the_list_of_authorities() {
        assertThat(authorities.list()).extracting(Authority::code).containsExactly("minjkh", "mindor", "probny");
        Authority district = authorities.find("probny").orElseThrow();
        assertThat(district.kind()).isEqualTo(Authority.Kind.MUNICIPALITY);
        assertThat(district.territory()).isEqualTo("probny");
        assertThat(district.competences())
                .extracting(Authority.Competence::subject)
                .containsExactly("housing.other", "river.bank");
        assertThat(district.overseer()).isNotNull();
    }

    @Test
    void in_the_demo_every_authority_is_ready_but_one() {
        assertThat(authorities.list().stream()
                        .filter(a -> authorities.missingFor(a.id()).isPresent()))
                .extracting(Authority::code)
                .containsExactly("mindor");
        assertThat(people.findByLogin(" MINJKH-executor "))
                .hasValueSatisfying(p -> assertThat(p.roles()).containsExactly(Role.EXECUTOR));
        assertThat(people.findByPassword("operator", Demo.PASSWORD)).isPresent();
    }

    @Test
    void a_second_start_adds_nothing() {
        int before = people.list().size();
        firstLoad.afterSingletonsInstantiated();
        assertThat(people.list()).hasSize(before);
        assertThat(authorities.list()).hasSize(3);
    }

    @Test
    void an_authority_becomes_ready_as_soon_as_its_executor_is_named() {
        int id = authorities.find("mindor").orElseThrow().id();
        var hired = staffing.add(aDraft("mindor-new", id, Role.EXECUTOR), null).get();
        assertThat(authorities.missingFor(id)).isEmpty();
        staffing.setActive(hired.person().id(), false, null);
        assertThat(authorities.missingFor(id)).isPresent();
    }

    @Test
    void a_new_person_signs_in_with_the_password_that_was_told_once() {
        var hired = staffing.add(aDraft("novy", null, Role.OPERATOR), null).get();
        assertThat(hired.password()).hasSizeGreaterThan(Passwords.SHORTEST);
        assertThat(people.findByPassword("novy", hired.password())).contains(hired.person());
        assertThat(people.findByPassword("novy", hired.password() + "x")).isEmpty();
        var reset = staffing.resetPassword(hired.person().id(), null);
        assertThat(people.findByPassword("novy", hired.password())).isEmpty();
        assertThat(people.findByPassword("novy", reset.password())).isPresent();
    }

    @Test
    void a_person_that_does_not_fit_is_refused_with_a_sentence() {
        int id = authorities.find("minjkh").orElseThrow().id();
        assertRefused(aDraft("operator", null, Role.OPERATOR), "login-taken");
        assertRefused(aDraft("Логин", null, Role.OPERATOR), "bad-login");
        assertRefused(aDraft("fits", id, Role.OPERATOR), "roles-and-place");
        assertRefused(aDraft("fits", null, Role.EXECUTOR), "roles-and-place");
        assertRefused(aDraft("fits", 999, Role.EXECUTOR), "no-authority");
        assertRefused(new Staffing.Draft("fits", "Имя", "должность", null, Set.of()), "no-roles");
        assertRefused(new Staffing.Draft("fits", " ", "должность", null, Set.of(Role.OPERATOR)), "empty-name");
    }

    @Test
    void a_short_password_is_refused() {
        int id = people.findByLogin("operator").orElseThrow().id();
        assertThat(staffing.setPassword(id, "одиннадцать").map(Person::id).toString())
                .contains("short-password");
        assertThat(staffing.setPassword(id, "длинный пароль").get().demo())
                .as("its own password ends the demo of a person")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into authority (code, title, short_title, kind) values ('ok', 'ок', 'ок', 'ministry')",
                "insert into authority (code, title, short_title, kind) values ('Плохой', 'ок', 'ок', 'executive')",
                "insert into authority (code, title, short_title, kind) values ('minjkh', 'ок', 'ок', 'executive')",
                "insert into competence (authority_id, subject) select authority_id, subject from competence limit 1",
                "update person set roles = '{KING}' where login = 'operator'",
                "update person set roles = '{}' where login = 'operator'",
                "update person set roles = array[null] where login = 'operator'",
                "update person set roles = '{EXECUTOR}' where login = 'operator'",
                "update person set roles = '{OPERATOR}' where login = 'minjkh-executor'",
                "update person set authority_id = null where login = 'minjkh-executor'",
                "update person set login = 'Operator' where login = 'operator'",
                "update person set login = 'operator2' where login = 'operator'",
                "update person set name = ' ' where login = 'operator'",
                "update person set password_hash = 'plain' where login = 'operator'",
                "insert into api_token (person_id, token_sha256, name, created_at) select id, 'abc', 'x', now() from person"
            })
    void the_database_itself_refuses(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void assertRefused(Staffing.Draft draft, String code) {
        String answer = staffing.add(draft, null).fold(done -> "done", no -> no.code());
        assertThat(answer).isEqualTo(code);
    }

    private static Staffing.Draft aDraft(String login, @Nullable Integer authority, Role role) {
        return new Staffing.Draft(login, "Новикова Н. Н.", "специалист", authority, Set.of(role));
    }
}
