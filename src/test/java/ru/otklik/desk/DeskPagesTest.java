package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.People;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Assessment ROADS = new Assessment("roads.potholes", null, Importance.ORDINARY, false);

    @Autowired
    MockMvc mvc;

    @Autowired
    Incidents incidents;

    @Autowired
    Authorities authorities;

    @Autowired
    People people;

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
            for (var queue : ru.otklik.casebook.Queue.of(Actors.of(me))) {
                String all =
                        "?tab=" + queue.name() + "&state=IN_WORK&authority=1&topic=roads&late=1&text=50%25&test=false"
                                + "&due=2026-01-01T00:00:00Z&after=1";
                assertThat(send(get("/?tab=" + queue.name()), me).getStatus()).isEqualTo(200);
                assertThat(send(get("/" + all), me).getStatus()).isEqualTo(200);
            }
            assertThat(page(get("/queue.csv"), me)).startsWith("\uFEFF№;Состояние");
        }
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
    void the_same_link_brought_twice_is_one_incident() throws Exception {
        String link = "https://example.org/wall" + NEXT.incrementAndGet();
        var first = post("/messages/new").param("link", link).param("text", "Нет воды");
        String at = send(first, centre(Role.OPERATOR)).getRedirectedUrl();
        assertThat(at).startsWith("/incidents/");
        var again = post("/messages/new").param("link", link).param("text", "Нет воды");
        assertThat(page(again, centre(Role.OPERATOR))).contains("уже внесено", at);
        assertThat(send(get("/messages/new"), executor(lead)).getStatus()).isEqualTo(403);
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
        incidents.handle(id, null, route, Actors.of(centre(Role.OPERATOR))).get();
        return id;
    }

    private String version(long id) {
        return "" + incidents.find(id).orElseThrow().head().version();
    }

    private Me executor(int authority) {
        return me(people.list(authority).stream()
                .filter(p -> p.has(Role.EXECUTOR))
                .findFirst()
                .orElseThrow());
    }

    private Me centre(Role role) {
        return me(people.list().stream().filter(p -> p.has(role)).findFirst().orElseThrow());
    }

    private static Me me(ru.otklik.directory.Person p) {
        return new Me(p.id(), p.name(), p.login(), p.roles(), p.authorityId());
    }

    private String page(MockHttpServletRequestBuilder request, Me me) throws Exception {
        var response = send(request, me);
        assertThat(response.getStatus()).isEqualTo(200);
        return body(response);
    }

    private static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Me me) throws Exception {
        var rights = me.roles().stream()
                .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                .toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(me, null, rights);
        return mvc.perform(request.with(authentication(signedIn)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
