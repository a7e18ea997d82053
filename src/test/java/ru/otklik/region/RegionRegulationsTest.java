package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.Regulations;
import ru.otklik.regulation.TermRule;

/** A made-up region and a municipality that joined it: nothing of the first region's numbers is in the code. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegionRegulationsTest {

    private static final LocalDate MON_15_JAN_2024 = LocalDate.of(2024, 1, 15);
    private static final LocalDate MON_1_SEP_2025 = LocalDate.of(2025, 9, 1);
    private static final Region ZARECHYE = Region.named("zarechye");
    private static final Regulations REGULATIONS = ZARECHYE.regulations();

    @Test
    void the_region_is_whole() {
        assertThat(ZARECHYE.workingTime().zone()).hasToString("Asia/Yekaterinburg");
    }

    @Test
    void another_region_has_other_numbers_and_other_steps() {
        Regulation r = REGULATIONS.inForce(Optional.empty(), MON_15_JAN_2024);
        assertThat(r.key()).isEqualTo("zarechye/2023-03-01");
        assertThat(r.get("answer").length().of(Importance.ORDINARY)).hasToString("9wh");
        assertThat(r.get("answer").length().of(Importance.ELEVATED)).hasToString("9wh");
        assertThat(r.get("answer").length().of(Importance.SIGNIFICANT)).hasToString("4wh");
        assertThat(r.get("answer").onReturn()).isEqualTo(TermRule.OnReturn.RUNS_ON);
        assertThat(r.get("first-response").length().amount()).hasToString("3wh");
        assertThat(r.tiers()).containsExactly(Role.DEPUTY_HEAD, Role.APPROVER);
        assertThat(r.maxReturns()).hasValue(2);
    }

    @Test
    void a_later_version_names_only_the_changes() {
        Regulation before = REGULATIONS.inForce(Optional.empty(), MON_1_SEP_2025.minusDays(1));
        Regulation after = REGULATIONS.inForce(Optional.empty(), MON_1_SEP_2025);
        assertThat(before.get("route").length().amount()).hasToString("2wh");
        assertThat(after.get("route").length().amount()).hasToString("1wh");
        assertThat(after.get("route").title()).isEqualTo(before.get("route").title());
        assertThat(after.get("answer")).isEqualTo(before.get("answer"));
        assertThat(after.act()).endsWith("№ 301-п");
    }

    @Test
    void a_municipality_changes_its_own_numbers_and_inherits_the_rest() {
        Regulation r = REGULATIONS.inForce(Optional.of("ipatovo"), MON_15_JAN_2024);
        assertThat(r.key()).isEqualTo("ipatovo/2024-01-01+zarechye/2023-03-01");
        assertThat(r.get("answer").length().of(Importance.ORDINARY)).hasToString("12wh");
        assertThat(r.get("answer").length().of(Importance.SIGNIFICANT)).hasToString("4wh");
        assertThat(r.get("answer").clause()).isEqualTo("4.2");
        assertThat(r.find("first-response")).isEmpty();
        assertThat(r.get("report").length().amount()).hasToString("45m");
        assertThat(r.tiers()).containsExactly(Role.DEPUTY_HEAD);
        assertThat(r.maxReturns()).isEmpty();
        assertThat(r.maxInterims()).isEqualTo(1);
        assertThat(REGULATIONS.inForce(Optional.empty(), MON_15_JAN_2024).find("first-response"))
                .isPresent();
    }

    @Test
    void the_municipality_follows_the_region_on_the_day_the_region_changes() {
        Regulation r = REGULATIONS.inForce(Optional.of("ipatovo"), MON_1_SEP_2025);
        assertThat(r.key()).isEqualTo("ipatovo/2024-01-01+zarechye/2025-09-01");
        assertThat(r.get("route").length().amount()).hasToString("1wh");
        assertThat(r.get("answer").length().amount()).hasToString("12wh");
    }

    @Test
    void an_incident_finds_the_version_it_started_under() {
        for (LocalDate day : new LocalDate[] {MON_15_JAN_2024, MON_1_SEP_2025}) {
            for (Optional<String> own : List.of(Optional.<String>empty(), Optional.of("ipatovo"))) {
                Regulation started = REGULATIONS.inForce(own, day);
                assertThat(REGULATIONS.get(started.key())).isSameAs(started);
            }
        }
    }

    @Test
    void what_is_not_there_is_said_so() {
        assertThatExceptionOfType(BadRegionFile.class)
                .isThrownBy(() -> REGULATIONS.get("zarechye/1999-01-01"))
                .withMessage(
                        "regulation.yml: нет версии регламента «zarechye/1999-01-01». Верните её в файлы региона «zarechye»: по ней ведутся начатые инциденты.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGULATIONS.inForce(Optional.of("nowhere"), MON_15_JAN_2024))
                .withMessageContaining("нет регламента «nowhere»")
                .withMessageContaining("municipal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGULATIONS.inForce(Optional.of("ipatovo"), LocalDate.of(2023, 12, 29)))
                .withMessage("На 2023-12-29 регламент «ipatovo» ещё не действует: первая версия с 2024-01-01.");
    }
}
