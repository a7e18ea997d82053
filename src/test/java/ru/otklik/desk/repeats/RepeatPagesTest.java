package ru.otklik.desk.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incidents;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;
import ru.otklik.repeats.Told;

@OtklikTest(properties = "otklik.demo=true")
@Import(Told.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatPagesTest {

    private static final String DARK = "Третий день нет света на всей улице Садовой, сидим без воды и тепла <b>";

    @Autowired
    MockMvc mvc;

    @Autowired
    Told told;

    @Autowired
    Incidents incidents;

    Actor operator;
    Actor executor;
    Actor stranger;
    int lead;
    long first;
    long second;

    @BeforeEach
    void two_people_tell_the_same() {
        operator = told.centre(Role.OPERATOR);
        lead = told.authority(0);
        executor = told.executor(lead);
        stranger = told.executor(told.authority(1));
        String topic = Told.aTopic();
        first = told.route(told.told("anna", DARK + topic, topic), lead);
        second = told.route(told.told("boris", DARK + topic + "!", topic), lead);
        told.heard();
    }

    @Test
    void the_page_of_an_incident_shows_its_repeats_and_makes_an_event_of_them() throws Exception {
        assertThat(page(get("/incidents/" + second), operator))
                .contains("Повторы", "/incidents/" + first + "\"", "текст совпадает на 100 %", "Собрать отмеченные")
                .doesNotContain("Садовой, сидим без воды и тепла <b>");
        assertThat(page(get("/incidents/" + second), executor)).doesNotContain("Собрать отмеченные");
        String event = anEvent();
        assertThat(page(get(event), operator)).contains("Событие №", "aria-label=\"", "Убрать отмеченные");
        assertThat(page(get("/incidents/" + second), executor)).contains("Входит в <a href=\"" + event);
        assertThat(page(get("/events"), operator)).contains("href=\"" + event);
    }

    @Test
    void the_whole_way_of_one_text_for_all() throws Exception {
        String event = anEvent();
        String form = page(get(event), executor);
        assertThat(form).contains("Ответить всем одним текстом", "Ждут проекта от вас: 2");
        var unsure = post(event + "/answer").param("text", "Свет дадут к 18 часам.");
        var refused = send(unsure, executor);
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("Подтвердите достоверность", "Свет дадут к 18 часам.</textarea>");
        var submit =
                post(event + "/answer").param("text", "Свет дадут к 18 часам.").param("accurate", "true");
        assertThat(followed(submit, executor)).contains("Сделано, сообщений: 2");
        Actor approver = told.centre(Role.APPROVER);
        String page = page(get(event), approver);
        assertThat(page).contains("Согласовать для всех: 2", "Свет дадут к 18 часам.");
        assertThat(page(get(event), operator)).doesNotContain("Согласовать для всех");
        String answer = page.replaceAll("(?s).*(/events/\\d+/answers/\\d+)/approve.*", "$1");
        assertThat(send(post(answer + "/approve"), stranger).getResponse().getStatus())
                .isEqualTo(404);
        assertThat(followed(post(answer + "/approve"), approver)).contains("Сделано, сообщений: 2");
        assertThat(followed(post(answer + "/publish"), executor)).contains("Не сделано, сообщений: 2");
    }

    @Test
    void another_authority_finds_nothing() throws Exception {
        String event = anEvent();
        for (var request : java.util.List.of(
                get(event),
                post(event + "/join").param("incidents", "" + first),
                post(event + "/take-out").param("incidents", "" + first),
                post(event + "/answer").param("text", "Да").param("accurate", "true"),
                post("/incidents/" + first + "/basis/" + second))) {
            assertThat(send(request, stranger).getResponse().getStatus()).isEqualTo(404);
        }
        assertThat(page(get("/events"), stranger)).doesNotContain("href=\"" + event);
        assertThat(send(get("/bursts"), stranger).getResponse().getStatus()).isEqualTo(403);
        var alone = post("/events").param("incidents", "" + first, "" + second);
        assertThat(followed(alone, executor)).contains("Событие собирает оператор ЦУР.");
    }

    @Test
    void bad_input_is_no_error_of_the_program() throws Exception {
        assertThat(send(get("/events/987654321"), operator).getResponse().getStatus())
                .isEqualTo(404);
        assertThat(send(get("/events/x"), operator).getResponse().getStatus()).isEqualTo(400);
        assertThat(send(post("/events").param("incidents", "x"), operator)
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        assertThat(followed(post("/events"), operator)).contains("Отметьте хотя бы одно");
        assertThat(followed(post("/bursts/987654321/seen"), operator)).contains("Это уже сделано");
        assertThat(followed(post("/bursts/987654321/candidate").param("note", ""), operator))
                .contains("Напишите, почему");
    }

    @Test
    void a_published_answer_joins_what_is_typed_and_a_worn_one_is_warned_of() throws Exception {
        String topic = Told.aTopic();
        long answered = 0;
        for (int i = 0; i < 5; i++) {
            answered = told.answer(told.told("a" + i, "Нет воды " + i, topic), lead, "Воду дадут вечером.");
        }
        long id = told.route(told.told("vera", "Нет горячей воды", topic), lead);
        told.heard();
        String page = page(get("/incidents/" + id), executor);
        assertThat(page).contains("Похожие отвеченные", "Воду дадут вечером.", "Этот ответ уже дан: 5 раз");
        assertThat(page(get("/incidents/" + id), operator)).doesNotContain("Похожие отвеченные");
        var basis = post("/incidents/" + id + "/basis/" + answered)
                .param("version", "" + version(id))
                .param("kind", "INTERIM")
                .param("text", "Уже писал.");
        assertThat(page(basis, executor))
                .contains("Уже писал.\n\nВоду дадут вечером.</textarea>", "<option value=\"INTERIM\" selected>")
                .doesNotContain("Кто-то был быстрее");
        assertThat(incidents.find(id).orElseThrow().head().drafts()).isZero();
        var stale = post("/incidents/" + id + "/basis/" + answered).param("version", "0");
        assertThat(page(stale, executor)).contains("Кто-то был быстрее", "Воду дадут вечером.</textarea>");
    }

    private String anEvent() throws Exception {
        var open = post("/events").param("incidents", "" + first, "" + second);
        String at = send(open, operator).getResponse().getRedirectedUrl();
        assertThat(at).matches("/events/\\d+");
        return String.valueOf(at);
    }

    private int version(long id) {
        return incidents.find(id).orElseThrow().head().version();
    }

    private String page(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        MvcResult result = send(request, by);
        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        return body(result);
    }

    private String followed(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        MvcResult result = send(request, by);
        String to = String.valueOf(result.getResponse().getRedirectedUrl());
        var next = get(to);
        result.getFlashMap().forEach(next::flashAttr);
        return page(next, by);
    }

    private static String body(MvcResult result) throws Exception {
        MockHttpServletResponse response = result.getResponse();
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcResult send(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        var me = new Me(by.person(), by.name(), "someone", by.roles(), by.authority());
        var rights = by.roles().stream()
                .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                .toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(me, null, rights);
        return mvc.perform(request.with(authentication(signedIn)).with(csrf())).andReturn();
    }
}
