package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Ground;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskPagesTest extends DeskStage {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Assessment ROADS = new Assessment("roads.potholes", null, Importance.ORDINARY, false);

    int lead;
    int helper;
    int stranger;

    @BeforeEach
    void three_authorities_that_are_ready() {
        var ready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .toList();
        lead = ready.get(0).id();
        helper = ready.get(1).id();
        stranger = ready.get(2).id();
    }

    @Test
    void an_authority_sees_what_it_leads_or_contributes_to_and_nothing_else() throws Exception {
        long id = aRoutedIncident();
        String link = "/incidents/" + id + "\"";
        assertThat(page(get("/"), executor(lead))).contains(link);
        assertThat(page(get("/"), executor(helper))).contains(link, "вы соисполнитель");
        assertThat(page(get("/"), executor(stranger))).doesNotContain(link);
        assertThat(send(get("/incidents/" + id), executor(stranger)).getStatus())
                .isEqualTo(404);
        assertThat(send(get("/incidents/" + id), executor(helper)).getStatus()).isEqualTo(200);
        var tried = post("/incidents/" + id + "/return").param("version", "1").param("reason", "Не наше");
        assertThat(send(tried, executor(stranger)).getStatus()).isEqualTo(404);
    }

    @Test
    void every_list_of_every_role_opens_with_every_filter_and_as_a_file() throws Exception {
        aRoutedIncident();
        aMessage();
        for (Me me : List.of(centre(Role.OPERATOR), centre(Role.APPROVER), centre(Role.CONTROLLER), executor(lead))) {
            for (var queue : ru.otklik.casebook.Queue.of(me.actor())) {
                String all = "?tab=" + queue.name()
                        + "&state=IN_WORK&authority=1&topic=roads&late=1&text=50%25&test=false&importance=elevated"
                        + "&due=2026-01-01T00:00:00Z&after=1";
                assertThat(send(get("/?tab=" + queue.name()), me).getStatus()).isEqualTo(200);
                assertThat(send(get("/" + all), me).getStatus()).isEqualTo(200);
            }
            assertThat(page(get("/queue.csv"), me)).startsWith("\uFEFF№;Состояние");
        }
    }

    @Test
    void the_significant_are_marked_and_can_be_listed_apart() throws Exception {
        long ordinary = aMessage();
        long significant = aMessage();
        var grave = new Command.Assess(new Assessment("roads.potholes", null, Importance.SIGNIFICANT, true));
        incidents
                .handle(significant, null, grave, centre(Role.OPERATOR).actor())
                .get();
        var tab = "/?tab="
                + ru.otklik.casebook.Queue.of(centre(Role.OPERATOR).actor())
                        .get(0)
                        .name();
        assertThat(page(get(tab + "&importance=significant&text=Яма"), centre(Role.OPERATOR)))
                .contains("/incidents/" + significant + "\"", "общественно значимое</span>")
                .doesNotContain("/incidents/" + ordinary + "\"");
        assertThat(page(get(tab + "&importance=elevated"), centre(Role.OPERATOR)))
                .contains("/incidents/" + significant + "\"")
                .doesNotContain("/incidents/" + ordinary + "\"");
    }

    @Test
    void the_operator_routes_in_one_gesture_and_the_lead_and_co_executor_get_their_forms() throws Exception {
        long id = aMessage();
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("action=\"/incidents/" + id + "/route#route\"", "не обращение по 59-ФЗ", "Яма &lt;b&gt;");
        assertThat(page(get("/incidents/" + id), centre(Role.CONTROLLER))).doesNotContain("/route#route");
        var route = post("/incidents/" + id + "/route")
                .param("version", version(id))
                .param("topic", "roads.potholes")
                .param("importance", "ELEVATED")
                .param("lead", "" + lead)
                .param("coExecutors", "" + helper);
        assertThat(send(route, centre(Role.OPERATOR)).getRedirectedUrl()).isEqualTo("/incidents/" + id);
        assertThat(page(get("/incidents/" + id), executor(lead))).contains("/save-draft#", "/return#");
        assertThat(page(get("/incidents/" + id), executor(helper)))
                .contains("/send-contribution#")
                .doesNotContain("/save-draft#");
    }

    @Test
    void another_topic_or_place_brings_another_lead() throws Exception {
        long id = aMessage();
        String water = page(leadOf(id).param("topic", "water.absent").param("place", "Ипатово"), centre(Role.OPERATOR));
        String health =
                page(leadOf(id).param("topic", "health.appointment").param("place", "так"), centre(Role.OPERATOR));
        assertThat(water).contains("route-lead", "(предложено)").isNotEqualTo(health);
        assertThat(health).contains("(предложено)");
        assertThat(page(leadOf(id).param("topic", "<script>"), centre(Role.OPERATOR)))
                .contains("route-lead")
                .doesNotContain("script", "(предложено)");
        assertThat(send(leadOf(id), executor(stranger)).getStatus()).isEqualTo(404);
    }

    private static MockHttpServletRequestBuilder leadOf(long id) {
        return get("/incidents/" + id + "/lead");
    }

    @Test
    void after_one_is_routed_the_next_one_by_its_term_opens_at_once() throws Exception {
        long one = aMessage();
        long two = aMessage();
        jdbc.sql("update incident set centre_due = '1999-01-01' where id in (:ids)")
                .param("ids", List.of(one, two))
                .update();
        var route = post("/incidents/" + one + "/route")
                .param("version", version(one))
                .param("topic", "roads.potholes")
                .param("importance", "ORDINARY")
                .param("lead", String.valueOf(lead))
                .param("next", "1");
        assertThat(send(route, centre(Role.OPERATOR)).getRedirectedUrl())
                .isEqualTo("/incidents/" + two + "?after=" + one);
        assertThat(page(get("/incidents/" + two + "?after=" + one), centre(Role.OPERATOR)))
                .contains("Готово: ");
    }

    @Test
    void what_the_centre_wrote_to_a_co_executor_stands_beside_its_form() throws Exception {
        long id = aRoutedIncident();
        done(
                id,
                new Command.SendContribution(false, "Работы в плане."),
                executor(helper).actor());
        done(
                id,
                new Command.SendBackContribution(helper, "Назовите месяц"),
                centre(Role.OPERATOR).actor());
        assertThat(page(get("/incidents/" + id), executor(helper))).contains("Замечания ЦУР: Назовите месяц</div>");
        assertThat(page(get("/incidents/" + id), executor(lead))).doesNotContain("Замечания ЦУР:");
    }

    @Test
    void a_mark_of_a_test_is_taken_off_by_a_button_that_says_so() throws Exception {
        long id = aMessage();
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR))).contains("Отметить как проверочное");
        done(id, new Command.MarkTest(true), centre(Role.OPERATOR).actor());
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Снять отметку «проверочное»</button>")
                .doesNotContain("Отметить как проверочное");
    }

    @Test
    void a_refusal_stands_beside_the_form_and_keeps_what_was_typed() throws Exception {
        long id = aMessage();
        var route = post("/incidents/" + id + "/route")
                .param("version", version(id))
                .param("note", "Срочно, пожалуйста");
        var answer = send(route, centre(Role.OPERATOR));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("Выберите тематику", "Срочно, пожалуйста");
    }

    @Test
    void who_lost_the_race_sees_the_present_and_keeps_the_text() throws Exception {
        long id = aRoutedIncident();
        String seen = version(id);
        draft(id, seen, "Первый проект ответа");
        var late = draft(id, seen, "Мой долгий труд");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(body(late)).contains("Кто-то был быстрее", "Первый проект ответа", "Мой долгий труд</textarea>");
        var submit = post("/incidents/" + id + "/submit")
                .param("version", version(id))
                .param("draft", "1")
                .param("accurate", "1");
        send(submit, executor(lead));
        var tooLate = body(draft(id, seen, "Ещё труд"));
        assertThat(tooLate).contains("Кто-то был быстрее", "скопируйте текст", "Ещё труд</textarea>");
        assertThat(page(get("/incidents/" + id), centre(Role.APPROVER))).contains("/approve#", "/remark#");
    }

    @Test
    void the_same_link_brought_twice_is_one_incident_of_the_network_that_the_link_names() throws Exception {
        String link = "vk.com/wall-1_" + NEXT.incrementAndGet();
        var first = post("/messages/new").param("link", "https://" + link).param("text", "Нет воды");
        String at = send(first, centre(Role.OPERATOR)).getRedirectedUrl();
        assertThat(at).startsWith("/incidents/");
        assertThat(page(get(at), centre(Role.OPERATOR))).contains("ВКонтакте, ");
        var again = post("/messages/new").param("link", "http://m." + link).param("text", "Нет воды");
        assertThat(page(again, centre(Role.OPERATOR))).contains("уже внесено", at + "\"", "Второго не создано");
        var revised = post("/messages/new").param("link", "https://" + link).param("text", "Нет воды и света");
        assertThat(page(revised, centre(Role.OPERATOR))).contains("уже внесено", at + "\"", "как правка автора");
        assertThat(send(get("/messages/new"), executor(lead)).getStatus()).isEqualTo(403);
    }

    @Test
    void a_bad_message_by_hand_is_refused_on_its_page_and_stays_there() throws Exception {
        for (var bad : List.of(
                post("/messages/new").param("link", "vk.com").param("text", "Нет воды"),
                post("/messages/new").param("link", "https://vk.com/1").param("text", "  "),
                post("/messages/new").param("link", "https://vk.com/1").param("text", "в".repeat(1_000_000)),
                post("/messages/new")
                        .param("link", "https://vk.com/1")
                        .param("text", "Нет воды")
                        .param("author", "а\0"),
                post("/messages/new")
                        .param("link", "https://vk.com/1")
                        .param("text", "Нет воды")
                        .param("posted", "2999-01-01T10:00"))) {
            var answer = send(bad, centre(Role.OPERATOR));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(body(answer)).contains("role=\"alert\"", "name=\"link\" value=");
        }
    }

    @Test
    void a_place_is_typed_by_its_name_and_a_wrong_one_stays_in_the_form() throws Exception {
        long id = aMessage();
        var operator = centre(Role.OPERATOR);
        assertThat(page(get("/places"), operator)).contains("<option value=\"Михайловск, Шпаковский");
        assertThat(page(get("/incidents/" + id), operator)).doesNotContain("Шпаковский");
        var answer = send(assess(id, "Атлантида"), operator);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer)).contains("Места «Атлантида» в списке нет", "value=\"Атлантида\"");
        send(assess(id, "михайловск"), operator);
        assertThat(page(get("/incidents/" + id), operator))
                .contains("<dd>Михайловск, Шпаковский", "Подтверждена человеком");
    }

    @Test
    void the_remarks_stand_in_the_form_of_the_next_draft() throws Exception {
        long id = aRoutedIncident();
        draft(id, version(id), "Первый проект ответа");
        var lead = executor(this.lead).actor();
        incidents.handle(id, null, new Command.Submit(1, true), lead).get();
        assertThat(page(get("/incidents/" + id), centre(Role.APPROVER)))
                .as("the draft is read before the buttons")
                .containsSubsequence("id=\"drafts\"", "id=\"terms\"", "id=\"approve\"", "id=\"journal\"");
        var remark = new Command.Remark(1, "Назовите срок ремонта.");
        incidents.handle(id, null, remark, centre(Role.APPROVER).actor()).get();
        String page = page(get("/incidents/" + id), executor(this.lead));
        String form = page.substring(page.indexOf("id=\"save-draft\""));
        assertThat(form.substring(0, form.indexOf("</details>")))
                .contains("Замечания к версии № 1: Назовите срок ремонта.");
        String journal = page.substring(page.indexOf("id=\"journal\""));
        assertThat(journal).contains("Версия проекта: 1").doesNotContain("Первый проект ответа");
    }

    @Test
    void a_right_that_nobody_used_is_not_a_cancelled_duty() throws Exception {
        long id = aRoutedIncident();
        draft(id, version(id), "Первый проект ответа");
        var actor = executor(lead).actor();
        incidents.handle(id, null, new Command.Submit(1, true), actor).get();
        incidents
                .handle(id, null, new Command.Approve(1), centre(Role.APPROVER).actor())
                .get();
        assertThat(page(get("/incidents/" + id), executor(lead))).contains("не использован");
    }

    @Test
    void a_threat_to_life_is_loud_for_the_centre() throws Exception {
        var message = post("/messages/new")
                .param("link", "https://vk.com/wall-7_" + NEXT.incrementAndGet())
                .param("text", "Не могу так больше, завтра покончу с собой");
        String at = send(message, centre(Role.OPERATOR)).getRedirectedUrl();
        assertThat(page(get(at), centre(Role.OPERATOR)))
                .contains("Угроза жизни", "(112)", "покончу с собой»")
                .as("no one key sends it away")
                .doesNotContain("data-confirm");
        assertThat(page(get("/"), centre(Role.OPERATOR))).contains("угроза жизни");
        assertThat(page(get("/incidents/" + aMessage()), centre(Role.OPERATOR))).doesNotContain("Угроза жизни");
    }

    @Test
    void the_list_says_what_may_not_have_to_be_routed() throws Exception {
        var operator = centre(Role.OPERATOR);
        for (String text :
                List.of("Когда уже почините, х*й дождёшься", "Спасибо врачам за их труд, всех с праздником!")) {
            send(
                    post("/messages/new")
                            .param("link", "https://vk.com/wall-7_" + NEXT.incrementAndGet())
                            .param("text", text),
                    operator);
        }
        assertThat(page(get("/"), operator))
                .contains("предложено исключить: нецензурные слова", "ответ, похоже, не нужен: благодарность");
    }

    @Test
    void one_key_confirms_the_exclusion_that_is_proposed_until_a_person_decides_otherwise() throws Exception {
        var operator = centre(Role.OPERATOR);
        var message = post("/messages/new")
                .param("link", "https://vk.com/wall-7_" + NEXT.incrementAndGet())
                .param("text", "Вы все там сволочи и воры");
        String at = send(message, operator).getRedirectedUrl();
        assertThat(page(get(at), operator))
                .contains("data-confirm=\"on\">Исключить из работы и открыть", "<option value=\"INSULT\" selected>")
                .doesNotContain("data-confirm=\"on\">Направить");
        long id = Long.parseLong(at.replaceAll("\\D", ""));
        done(id, new Command.Exclude(Ground.INSULT, null), operator.actor());
        done(id, new Command.Restore("это жалоба"), operator.actor());
        assertThat(page(get(at), operator))
                .contains("data-confirm=\"on\">Направить в орган власти и открыть")
                .doesNotContain("data-confirm=\"on\">Исключить", "<option value=\"INSULT\" selected>");
    }

    @Test
    void the_screen_and_the_need_of_an_answer_say_how_sure_they_are() throws Exception {
        var operator = centre(Role.OPERATOR);
        String at = send(
                        post("/messages/new")
                                .param("link", "https://vk.com/wall-7_" + NEXT.incrementAndGet())
                                .param("text", "Вы все там сволочи и воры, воды нет"),
                        operator)
                .getRedirectedUrl();
        assertThat(page(get(at), operator))
                .containsPattern("<dd>оскорбление, \\d+ %</dd>")
                .containsPattern("<dd>да[^<]*: жалоба, \\d+ %</dd>");
    }

    @Test
    void a_screen_that_people_mostly_did_not_follow_is_shown_but_not_proposed() throws Exception {
        var operator = centre(Role.OPERATOR);
        String text = "Вы все там сволочи и воры, свет " + NEXT.incrementAndGet();
        String at = send(
                        post("/messages/new")
                                .param("link", "https://vk.com/wall-7_" + NEXT.incrementAndGet())
                                .param("text", text),
                        operator)
                .getRedirectedUrl();
        assertThat(page(get("/").param("text", text), operator)).contains("предложено исключить: оскорбление");
        jdbc.sql(
                        "update incident set proposal = jsonb_set(proposal::jsonb, '{screening,share}', '0.2')::text where id = :id")
                .param("id", Long.parseLong(at.replaceAll("\\D", "")))
                .update();
        assertThat(page(get(at), operator))
                .contains("оскорбление, 20 %", "data-confirm=\"on\">Направить в орган власти и открыть")
                .doesNotContain("data-confirm=\"on\">Исключить");
        assertThat(page(get("/").param("text", text), operator)).contains(text).doesNotContain("предложено исключить");
    }

    @Test
    void the_queue_renews_its_list_alone_and_names_the_networks() throws Exception {
        long id = aMessage();
        var operator = centre(Role.OPERATOR);
        String list = page(get("/").param("text", "Яма").header("HX-Request", "true"), operator);
        assertThat(list)
                .startsWith("<section")
                .contains("id=\"incident-" + id + "\"", "Внесено вручную", "hx-get=\"/?text=")
                .doesNotContain("<form", "<html");
        assertThat(page(get("/queue.csv"), operator)).contains("Внесено вручную");
    }

    private MockHttpServletRequestBuilder assess(long id, String place) {
        return post("/incidents/" + id + "/assess")
                .param("version", version(id))
                .param("topic", "roads.potholes")
                .param("importance", "ORDINARY")
                .param("place", place);
    }

    private MockHttpServletResponse draft(long id, String version, String text) throws Exception {
        var save = post("/incidents/" + id + "/save-draft")
                .param("version", version)
                .param("kind", "FINAL")
                .param("text", text);
        return send(save, executor(lead));
    }

    private long aMessage() {
        var message = new NewMessage(
                "manual", "", "desk-" + NEXT.incrementAndGet(), null, null, null, "Яма <b>", null, List.of(), null);
        return incidents.receive(message, ROADS, null).incident();
    }

    private long aRoutedIncident() {
        long id = aMessage();
        var route = new Command.Route(lead, List.of(helper), null, ROADS);
        incidents.handle(id, null, route, centre(Role.OPERATOR).actor()).get();
        return id;
    }
}
