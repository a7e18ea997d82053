package ru.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.regulation.Regulations;
import ru.otklik.regulation.TermRule;

/** Every way in which a regulation file can be wrong; in the tables {@code ;} ends a line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegulationFileTest {

    /** The line numbers in the tables are those of this file. */
    private static final String WHOLE = """
            regulation: omsk
            municipal: [tara]
            versions:
              - from: 2026-01-01
                act: акт 1
                approval: {tiers: [approver], self-approval: нет}
                returns: {max: unlimited}
                interim: {max: 1}
                exclusion: {second-look: да}
                terms:
                  route:
                    clause: "1"
                    title: Направить
                    bearer: centre
                    opens: [detected]
                    closes: [routed]
                    cancels: [excluded]
                    term: 1wh
                  answer:
                    clause: "2"
                    title: Ответить
                    bearer: lead
                    opens: [routed, correction-begun]
                    closes: [published]
                    term: 4wh
                    importance: {elevated: 2wh, significant: 90wm}
            """;

    private static final String CHILD = """
            regulation: tara
            inherits: omsk
            versions:
              - from: 2026-03-02
                act: акт 2
            """;

    @TempDir
    private Path regions;

    @BeforeEach
    void whole() throws IOException {
        write("regulation.yml", WHOLE);
        write("regulation-tara.yml", CHILD);
    }

    @Test
    void the_example_of_this_test_is_whole() {
        assertThat(read().get("tara/2026-03-02+omsk/2026-01-01").terms()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "regulation: omsk   | regulation: tomsk      | :1: регламент назван «tomsk», а по имени файла это «omsk»",
                "municipal: [tara]  | colour: red            | :2: неизвестный ключ «colour»",
                "municipal: [tara]  | municipal: [tara, tara] | :2: регламент «tara» назван дважды",
                "municipal: [tara]  | municipal: [omsk]      | regulation-omsk.yml: файла нет",
                "municipal: [tara]  | municipal: [../x]      | :2: Имя «../x» не годится",
                "municipal: [tara]  | inherits: nowhere      | :2: регламента «nowhere» у региона нет; есть: omsk",
                "municipal: [tara]  | inherits: omsk         | :2: регламенты наследуют друг другу по кругу: omsk → omsk",
                "from: 2026-01-01   | form: 2026-01-01       | :4: не указано «from»",
                "from: 2026-01-01   | from: 2026-02-30       | :4: такой даты",
                "act: акт 1         | # нет                  | :4: не указано «act»",
                "act: акт 1         | based-on: 2025-01-01   | :5: более ранней версии от 2025-01-01 в этом файле нет",
                "act: акт 1         | based-on: 2026-01-01   | :5: более ранней версии от 2026-01-01 в этом файле нет",
                "act: акт 1         | akt: x                 | :5: неизвестный ключ «akt»",
                "tiers: [approver]  | tiers: [boss]          | :6: роль: непонятное «boss»; допустимы: operator, approver",
                "tiers: [approver], | ''                     | :4: не указано «approval.tiers»",
                "tiers: [approver]  | tiers: []              | :4: не указан ни один уровень согласования",
                "tiers: [approver]  | tiers: [executor]      | :4: роль «исполнитель» не согласовывает ответы",
                "self-approval: нет | self-approval: maybe   | :6: «maybe»: нужно «да» или «нет»",
                "self-approval: нет | self: нет              | :6: неизвестный ключ «self»",
                "max: unlimited     | max: many              | :7: «many» — не целое число",
                "max: unlimited     | max: -1                | :7: число не может быть отрицательным",
                "max: 1             | max: unlimited         | :8: «unlimited» — не целое число",
                "second-look: да    | second: да             | :9: неизвестный ключ «second»",
                "route:             | Route 1:               | :11: ключ срока «Route 1» не годится",
                "route:             | answer:                | :19: ключ «answer» написан дважды",
                "clause: \"1\"      | # нет                  | :11: у срока «route» не указано «clause»",
                "clause: \"1\"      | colour: red            | :12: неизвестный ключ «colour»",
                "bearer: centre     | bearer: mayor          | :14: кто исполняет: непонятное «mayor»; допустимы: centre, lead, co-executor",
                "opens: [detected]  | opens: [seen]          | :15: событие: непонятное «seen»; допустимы: detected, routed",
                "opens: [detected]  | opens: detected        | :15: здесь нужен список",
                "opens: [detected]  | opens: [detected, detected] | :15: событие detected написано дважды",
                "opens: [detected]  | opens: []              | :11: срок «route»: не указано, с чего срок начинается",
                "cancels: [excluded] | cancels: [routed]     | :11: срок «route»: событие routed и заканчивает, и отменяет срок (версия omsk/2026-01-01)",
                "cancels: [excluded] | right: maybe          | :17: «maybe»: нужно «да» или «нет»",
                "cancels: [excluded] | on-return: stays      | :17: что делает возврат: непонятное «stays»; допустимы: restarts, runs-on",
                "cancels: [excluded] | before: nothing       | :11: срок «route»: отсчитывается назад от срока «nothing»",
                "cancels: [excluded] | cap: nothing          | :11: срок «route»: ограничен сроком «nothing»",
                "term: 1wh          | term: 1 hour           | :18: Непонятный срок «1 hour»",
                "term: 1wh          | term: 9999wh           | :18: Срок «9999wh» вне пределов",
                "term: 1wh          | # нет                  | :11: у срока «route» не указано «term»",
                "elevated: 2wh      | ordinary: 2wh          | :26: неизвестный ключ «ordinary»",
                "elevated: 2wh      | elevated: soon         | :26: Непонятный срок «soon»",
            })
    void a_wrong_regulation_names_the_line_and_the_reason(String right, String wrong, String reason)
            throws IOException {
        assertThat(WHOLE).contains(right);
        write("regulation.yml", WHOLE.replaceFirst(Pattern.quote(right), wrong));
        refused(reason.startsWith(":") ? "regulation.yml" + reason : reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "- {from: 2026-01-01, act: x}                       | :27: две версии с одной датой 2026-01-01",
                "- {from: 2026-02-01, act: x}                       | :27: не указано «returns.max»",
                "- {from: 2026-02-01, based-on: 2026-01-01}         | :27: не указано «act»",
                "- {from: 2025-02-01, act: x, based-on: 2026-01-01} | :27: более ранней версии от 2026-01-01 в этом файле нет",
            })
    void a_wrong_second_version_names_the_line_and_the_reason(String version, String reason) throws IOException {
        write("regulation.yml", WHOLE + "  " + version + "\n");
        refused("regulation.yml" + reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "regulation: omsk                              | :1: регламент назван «omsk»",
                "regulation: tara;versions: []                 | :2: в регламенте нет ни одной версии",
                "regulation: tara                              | :1: не указано «versions»",
                "regulation: tara;municipal: [x];versions:;  - {from: 2026-03-02, act: x} | :2: регламенты органов власти перечисляет только regulation.yml",
                "regulation: tara;inherits: tara;versions:;  - {from: 2026-03-02, act: x} | :2: регламенты наследуют друг другу по кругу: tara → tara",
                "regulation: tara;inherits: omsk;versions:;  - {from: 2025-12-31, act: x} | :4: на 2025-12-31 регламент «omsk», который здесь меняют, ещё не действует",
            })
    void a_wrong_child_names_the_line_and_the_reason(String content, String reason) throws IOException {
        write("regulation-tara.yml", content.replace(";", "\n") + "\n");
        refused("regulation-tara.yml" + reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "remove: [reply]                       | :6: нечего убирать: срока «reply» нет",
                "remove: [answer]                      | :4: ни один срок не заканчивается размещением ответа",
                "terms: {answer: {term: soon}}         | :6: Непонятный срок «soon»",
                "terms: {answer: {cap: nothing}}       | :6: срок «answer»: ограничен сроком «nothing»",
                "terms: {check: {term: 1h}}            | :6: у срока «check» не указано «clause»",
                "terms:;      answer:;        opens: []    | :7: срок «answer»: не указано, с чего срок начинается (opens) (версия tara/2026-03-02+omsk/2026-01-01)",
            })
    void a_wrong_change_names_the_line_of_the_child(String change, String reason) throws IOException {
        write("regulation-tara.yml", CHILD + "    " + change.replace(";", "\n") + "\n");
        refused("regulation-tara.yml" + reason);
    }

    @Test
    void two_children_cannot_inherit_from_each_other() throws IOException {
        write("regulation.yml", WHOLE.replace("[tara]", "[tara, om]"));
        write("regulation-tara.yml", CHILD.replace("inherits: omsk", "inherits: om"));
        write(
                "regulation-om.yml",
                CHILD.replace("regulation: tara", "regulation: om").replace("omsk", "tara"));
        refused("regulation-om.yml:2: регламенты наследуют друг другу по кругу: tara → om → tara");
    }

    @Test
    void a_child_of_a_child_keeps_the_whole_line_of_keys() throws IOException {
        write("regulation.yml", WHOLE.replace("[tara]", "[om, tara]"));
        write(
                "regulation-om.yml",
                CHILD.replace("regulation: tara", "regulation: om").replace("omsk", "tara"));
        assertThat(read().inForce(Optional.of("om"), LocalDate.of(2026, 3, 2)).key())
                .isEqualTo("om/2026-03-02+tara/2026-03-02+omsk/2026-01-01");
    }

    @Test
    void what_may_be_left_out_has_a_plain_meaning() {
        TermRule answer = read().get("omsk/2026-01-01").get("answer");
        assertThat(answer.right()).isFalse();
        assertThat(answer.cancels()).isEmpty();
        assertThat(answer.cap()).isEmpty();
        assertThat(answer.length().before()).isEmpty();
        assertThat(answer.onReturn()).isEqualTo(TermRule.OnReturn.RESTARTS);
    }

    @Test
    void a_removed_term_may_be_written_anew_from_nothing() throws IOException {
        write("regulation-tara.yml", CHILD + """
                    remove: [answer]
                    terms:
                      answer: {clause: "5", title: Ответить, bearer: lead, opens: [routed, correction-begun], closes: [published], term: 2wd}
                """);
        TermRule answer = read().get("tara/2026-03-02+omsk/2026-01-01").get("answer");
        assertThat(answer.length().byImportance()).isEmpty();
        assertThat(answer.length().amount()).hasToString("2wd");
    }

    @Test
    void a_later_version_of_a_child_keeps_its_earlier_changes() throws IOException {
        write("regulation-tara.yml", CHILD + """
                    terms: {answer: {term: 8wh}}
                  - from: 2026-05-04
                    act: акт 3
                    based-on: 2026-03-02
                    terms: {route: {term: 2wh}}
                """);
        var later = read().get("tara/2026-05-04+omsk/2026-01-01");
        assertThat(later.get("answer").length().amount()).hasToString("8wh");
        assertThat(later.get("route").length().amount()).hasToString("2wh");
    }

    private Regulations read() {
        return Region.in(regions, "omsk").regulations();
    }

    private void refused(String reason) {
        assertThatExceptionOfType(BadRegionFile.class).isThrownBy(this::read).withMessageContaining(reason);
    }

    private void write(String file, String content) throws IOException {
        Path path = regions.resolve("omsk").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
