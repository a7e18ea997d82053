package ru.otklik.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Role;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StaffingTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Role ADMIN = Role.ADMINISTRATOR;

    @Autowired
    Staffing staffing;

    @Autowired
    People people;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void admin_works_again() {
        staffing.setActive(admin().id(), true, null);
        people.list().stream()
                .filter(p -> p.active() && p.has(ADMIN) && !p.login().equals("admin"))
                .forEach(p -> staffing.setActive(p.id(), false, null));
    }

    @Test
    void the_last_administrator_is_kept_however_one_tries() {
        Person admin = admin();
        assertThat(code(staffing.setActive(admin.id(), false, admin))).isEqualTo("last-administrator");
        assertThat(code(staffing.setActive(admin.id(), false, null))).isEqualTo("last-administrator");
        assertThat(code(staffing.change(admin.id(), admin.version(), draft(admin, Role.OPERATOR), admin)))
                .isEqualTo("last-administrator");
        Person second = hired(ADMIN);
        assertThat(code(staffing.setActive(admin.id(), false, second))).isEqualTo("done");
        assertThat(code(staffing.setActive(second.id(), false, second))).isEqualTo("last-administrator");
    }

    @Test
    void of_two_administrators_who_turn_each_other_off_at_once_one_stays() throws Exception {
        for (int i = 0; i < 10; i++) {
            staffing.setActive(admin().id(), true, null);
            Person one = admin();
            Person two = hired(ADMIN);
            var together = new CyclicBarrier(2);
            var answers = Stream.of(one, two)
                    .map(p -> CompletableFuture.supplyAsync(() -> {
                        try {
                            together.await();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        return code(staffing.setActive(p.id(), false, null));
                    }))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("done", "last-administrator");
            staffing.setActive(one.id(), true, null);
            staffing.setActive(two.id(), false, null);
        }
    }

    @Test
    void of_two_who_change_a_person_the_second_is_told_what_is_there_now() {
        Person seen = hired(Role.OPERATOR);
        staffing.change(seen.id(), seen.version(), draft(seen, Role.APPROVER), admin());
        String answer = staffing.change(seen.id(), seen.version(), draft(seen, Role.CONTROLLER), admin())
                .fold(done -> "done", no -> no.code() + " " + no.sentence());
        assertThat(answer).startsWith("stale-person").contains("роли — согласующий ЦУР");
        assertThat(people.get(seen.id()).roles()).containsExactly(Role.APPROVER);
    }

    @Test
    void every_change_says_who_what_before_and_after() {
        Person person = hired(Role.OPERATOR);
        staffing.change(person.id(), person.version(), draft(person, Role.APPROVER), admin());
        staffing.resetPassword(person.id(), admin());
        staffing.setActive(person.id(), false, admin());
        staffing.setActive(person.id(), false, admin());
        var all = changes.list(new Changes.Filter(Change.Subject.PERSON, person.id(), null), Long.MAX_VALUE, 10);
        assertThat(all).extracting(Change::act).containsExactly("отключён", "пароль", "изменён", "добавлен");
        assertThat(all.get(2).before()).isEqualTo("роли: оператор ЦУР");
        assertThat(all.get(2).after()).isEqualTo("роли: согласующий ЦУР");
        assertThat(all.get(2).personName()).isEqualTo(admin().name());
        assertThat(all.get(3).personName()).isEqualTo("командная строка");
        assertThat(all.get(1).after()).isEqualTo("пароль: выдан заново");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update directory_change set after = 'x'",
                "delete from directory_change",
                "truncate directory_change"
            })
    void the_database_refuses_to_change_the_record(String sql) {
        hired(Role.OPERATOR);
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("не изменяются и не удаляются");
    }

    private Person admin() {
        return people.findByLogin("admin").orElseThrow();
    }

    private Person hired(Role role) {
        var draft = new Staffing.Draft("p-" + COUNT.incrementAndGet(), "Имя И. И.", "специалист", null, Set.of(role));
        return staffing.add(draft, null).get().person();
    }

    private static Staffing.Draft draft(Person person, Role role) {
        return new Staffing.Draft(person.login(), person.name(), person.position(), person.authorityId(), Set.of(role));
    }

    private static String code(Outcome<?> outcome) {
        return outcome.fold(done -> "done", no -> no.code());
    }
}
