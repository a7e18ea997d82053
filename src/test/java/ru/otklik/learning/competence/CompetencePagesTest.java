package ru.otklik.learning.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.desk.DeskStage;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.models.Models;
import ru.otklik.directory.Authority;
import ru.otklik.kernel.Role;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;
import tools.jackson.databind.json.JsonMapper;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompetencePagesTest extends DeskStage {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PAGE = "/admin/competences";
    private static final String HOLE = "В Михайловске на дороге огромная яма, машины бьют колёса";
    private static final String HOLES = "roads.potholes";

    @Autowired
    FirstAssessment detection;

    @Autowired
    RoutedRows rows;

    @Autowired
    Keeping keeping;

    @Autowired
    Region region;

    @Autowired
    JsonMapper json;

    @Autowired
    java.time.Clock clock;

    @TempDir
    java.nio.file.Path noModels;

    Authority energy;
    Authority roads;

    @BeforeEach
    void nothing_was_decided_yet() {
        jdbc.sql("delete from decision").update();
        energy = authorities.find("energy-ministry").orElseThrow();
        roads = authorities.find("roads-ministry").orElseThrow();
    }

    @AfterEach
    void the_table_is_as_it_was() throws Exception {
        for (var c : authorities.get(energy.id()).competences()) {
            if (!energy.competences().contains(c)) {
                send(
                        line(post(PAGE + "/remove"), c.subject(), c.territory() == null ? "" : c.territory(), energy),
                        centre(Role.ADMINISTRATOR));
            }
        }
        assertThat(authorities.get(energy.id()).competences()).isEqualTo(energy.competences());
    }

    @Test
    void a_line_of_the_operator_is_proposed_by_at_once_and_one_removed_no_longer() throws Exception {
        assertThat(proposed()).doesNotContain("energy-ministry");
        var added = send(line(post(PAGE), HOLES, "shpakovsky", energy), centre(Role.OPERATOR));
        assertThat(added.getStatus()).isEqualTo(302);
        assertThat(proposed()).contains("energy-ministry");
        assertThat(detection.competent(HOLES, Optional.of("ipatovsky"), Set.of()))
                .extracting(Guess::code)
                .doesNotContain("energy-ministry");
        assertThat(page(get("/admin/changes").param("text", "компетенция добавлена"), centre(Role.ADMINISTRATOR)))
                .contains(
                        "тематика: Дороги: Ямы и выбоины",
                        "территория: Шпаковский",
                        centre(Role.OPERATOR).name());
        send(line(post(PAGE + "/remove"), HOLES, "shpakovsky", energy), centre(Role.OPERATOR));
        assertThat(proposed()).doesNotContain("energy-ministry");
    }

    @Test
    void what_is_there_already_or_is_not_known_is_refused_and_what_was_typed_stays() throws Exception {
        var operator = centre(Role.OPERATOR);
        send(line(post(PAGE), HOLES, "shpakovsky", energy), operator);
        var again = send(line(post(PAGE), HOLES, "shpakovsky", energy), operator);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(body(again))
                .contains("Такая строка уже есть", "<option value=\"shpakovsky\" selected>")
                .containsPattern("<details class=\"card mb-3\" open>");
        var administration = authorities.find("shpakovsky-administration").orElseThrow();
        assertThat(body(send(line(post(PAGE), "roads", "shpakovsky", administration), operator)))
                .as("its own territory, named once more")
                .contains("Такая строка уже есть");
        assertThat(body(send(line(post(PAGE), "<b>", "", energy), operator))).contains("Выберите тематику");
        assertThat(body(send(line(post(PAGE), HOLES, "moon", energy), operator)))
                .contains("Такой территории в регионе нет");
        assertThat(body(send(post(PAGE).param("subject", HOLES).param("of", "99999"), operator)))
                .contains("Выберите орган власти", "<option value=\"" + HOLES + "\" selected>");
    }

    @Test
    void a_line_that_somebody_else_removed_is_told() {
        var typed = new CompetenceView.Typed(HOLES, "shpakovsky", "" + energy.id(), "");
        var operator = people.findByLogin("operator").orElseThrow();
        String told = keeping.remove(typed, operator).fold(done -> "убрано", no -> no.sentence());
        assertThat(told).isEqualTo("Этой строки уже нет: её убрал кто-то другой.");
    }

    @Test
    void the_list_is_filtered_paged_and_saved_as_a_file() throws Exception {
        var controller = centre(Role.CONTROLLER);
        String first = page(get(PAGE), controller);
        assertThat(first).contains("page=1").doesNotContain("Убрать");
        assertThat(page(get(PAGE).param("page", "1"), controller))
                .contains("aria-label=\"Страницы таблицы\"")
                .isNotEqualTo(first);
        String file = page(get(PAGE + ".csv").param("topic", HOLES).param("authority", "roads-ministry"), controller);
        assertThat(file.lines())
                .containsExactly(
                        "\uFEFFТематика;Код тематики;Территория;Код территории;Орган власти;Код органа",
                        "Дороги: все темы;roads;весь регион;-;миндор;roads-ministry");
        assertThat(page(get(PAGE + ".csv").param("topic", HOLES).param("territory", "shpakovsky"), controller)
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith("Дороги: все темы;roads;Шпаковский")
                .endsWith(";shpakovsky-administration");
        assertThat(page(get(PAGE).param("topic", "\"><script>").param("page", "7"), controller))
                .contains("Ничего не найдено")
                .doesNotContain("\"><script>");
    }

    @Test
    void the_controller_reads_and_an_authority_sees_nothing() throws Exception {
        var add = line(post(PAGE), HOLES, "", energy);
        assertThat(send(add, centre(Role.CONTROLLER)).getStatus()).isEqualTo(403);
        assertThat(send(get(PAGE), executor(energy.id())).getStatus()).isEqualTo(403);
        assertThat(send(get(PAGE + ".csv"), executor(energy.id())).getStatus()).isEqualTo(403);
        assertThat(page(get(PAGE), centre(Role.ADMINISTRATOR))).contains("Убрать");
    }

    @Test
    void three_decisions_suggest_a_line_and_the_line_ends_the_suggestion() throws Exception {
        var operator = centre(Role.OPERATOR);
        routed(2, energy);
        assertThat(page(get(PAGE), operator)).doesNotContain("Люди направляют иначе");
        routed(1, energy);
        routed(1, authorities.find("shpakovsky-administration").orElseThrow());
        assertThat(page(get(PAGE), operator))
                .contains("Люди направляют иначе", "3 из 4", "Внести: Дороги: Ямы и выбоины, Шпаковский");
        send(line(post(PAGE), HOLES, "shpakovsky", energy), operator);
        assertThat(page(get(PAGE), operator)).doesNotContain("Люди направляют иначе");
    }

    @Test
    void where_people_routed_is_proposed_unless_it_returned_the_message() {
        routed(6, energy);
        long returned = routed(1, roads);
        done(
                returned,
                new Command.Return("не наша дорога"),
                executor(roads.id()).actor());
        var table = new TableAndPast(authorities, rows, clock);
        assertThat(table.precedents(HOLES, Optional.of("shpakovsky")))
                .extracting("authority", "count")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("energy-ministry", 6));
        var joined = FirstAssessment.of(region, new Models(noModels), table, PastDecisions.NONE);
        Guess first = joined.assess(HOLE, Optional.empty()).authority().orElseThrow();
        assertThat(first.code()).isEqualTo("energy-ministry");
        assertThat(first.because()).contains("так направляли: 6 из 6");
        assertThat(joined.assess(HOLE, Optional.empty(), 0, Set.of("energy-ministry"))
                        .authorities())
                .extracting(Guess::code)
                .containsExactly("shpakovsky-administration", "roads-ministry");
    }

    @Test
    void the_desk_never_proposes_who_returned_the_message() throws Exception {
        long id = routed(1, roads);
        assertThat(lead(id)).contains(">миндор (предложено)");
        done(id, new Command.Return("не наша дорога"), executor(roads.id()).actor());
        assertThat(lead(id))
                .contains(">администрация Шпаковского округа (предложено)", ">миндор (вернул: не в компетенции)");
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains(">миндор (вернул: не в компетенции)")
                .doesNotContain(">миндор (предложено)");
    }

    private String lead(long id) throws Exception {
        return page(
                get("/incidents/" + id + "/lead").param("topic", HOLES).param("place", "Михайловск"),
                centre(Role.OPERATOR));
    }

    private List<String> proposed() {
        return detection.assess(HOLE, Optional.empty()).authorities().stream()
                .map(Guess::code)
                .toList();
    }

    private static MockHttpServletRequestBuilder line(
            MockHttpServletRequestBuilder request, String subject, String at, Authority of) {
        return request.param("subject", subject).param("at", at).param("of", "" + of.id());
    }

    /** @return the last of them */
    private long routed(int times, Authority lead) {
        Me operator = centre(Role.OPERATOR);
        String proposal = json.writeValueAsString(detection.assess(HOLE, Optional.empty()));
        long last = 0;
        for (int i = 0; i < times; i++) {
            var assessment = new Assessment(HOLES, "shpakovsky.mikhaylovsk", Importance.ORDINARY, true);
            var message = new NewMessage(
                    "competence", "t", "m" + NEXT.incrementAndGet(), null, null, null, HOLE, null, List.of(), null);
            last = incidents.receive(message, assessment, proposal).incident();
            done(last, new Command.Route(lead.id(), List.of(), null, assessment), operator.actor());
        }
        return last;
    }
}
