package ru.otklik.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Staffing;
import ru.otklik.directory.Staffing.Hired;
import ru.otklik.directory.Visitor;
import ru.otklik.kernel.Role;

@OnPostgres
@Import(Probe.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignInTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Staffing staffing;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Hired hired;

    @BeforeEach
    void someone() {
        var login = "operator-" + COUNT.incrementAndGet();
        var draft = new Staffing.Draft(login, "Примерова П. П.", "оператор", null, Set.of(Role.OPERATOR));
        hired = staffing.add(draft, null).get();
    }

    @Test
    void a_stranger_is_shown_the_sign_in_page() {
        var answer = new Visitor(port).get("/probe", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/login"));
    }

    @Test
    void the_right_password_lets_in_and_leads_to_the_page_that_was_wanted() {
        var visitor = new Visitor(port);
        visitor.get("/probe", "Accept", "text/html");
        visitor.get("/probe?fragment", "Accept", "text/html", "HX-Request", "true");
        var answer = visitor.signIn(" " + login().toUpperCase(), hired.password());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/probe?continue"));
        assertThat(visitor.get("/probe").body()).isEqualTo(login() + " [OPERATOR] null");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_told_the_same_and_keep_what_was_typed() {
        var wrong = new Visitor(port);
        wrong.signIn(login(), "не тот пароль");
        var page = wrong.get("/login?error").body();
        assertThat(page).contains("Неверный логин или пароль.", "value=\"" + login() + "\"");
        var unknown = new Visitor(port);
        unknown.signIn("nobody-here", "не тот пароль");
        assertThat(unknown.get("/login?error").body()).contains("Неверный логин или пароль.");
        assertThat(wrong.get("/login").body()).as("told once").doesNotContain("Неверный");
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_five_minutes() {
        var visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            visitor.signIn(login(), "не тот пароль " + i);
        }
        visitor.signIn(login(), hired.password());
        assertThat(visitor.get("/login?error").body()).contains("Слишком много неудачных попыток", "5 мин");
        clock.move(Duration.ofMinutes(5));
        visitor.signIn(login(), hired.password());
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        var visitor = visitor();
        assertThat(visitor.post("/probe", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.submit("/password", "/probe", Map.of()).body()).isEqualTo("changed");
    }

    @Test
    void a_form_sent_after_the_session_ended_leads_to_sign_in() {
        var answer = new Visitor(port).post("/probe", Map.of());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).endsWith("/login?expired"));
    }

    @Test
    void a_fragment_asked_after_the_session_ended_sends_the_whole_page_to_sign_in() {
        var answer = new Visitor(port).get("/probe", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void only_the_administrator_administers_and_the_controller_looks() {
        assertThat(visitor().get("/admin/probe").statusCode()).isEqualTo(403);
        var controller = Visitor.signedIn(port, "controller", "otklik-demo");
        assertThat(controller.get("/admin/probe").statusCode()).isEqualTo(200);
        assertThat(controller.submit("/password", "/admin/probe", Map.of()).statusCode())
                .isEqualTo(403);
        var administrator = Visitor.signedIn(port, "admin", "otklik-demo");
        assertThat(administrator.submit("/password", "/admin/probe", Map.of()).body())
                .isEqualTo("changed");
    }

    @Test
    void a_session_does_not_come_back_with_its_person() {
        var visitor = visitor();
        clock.move(Duration.ofMinutes(1));
        staffing.setActive(hired.person().id(), false, null);
        clock.move(Duration.ofMinutes(1));
        staffing.setActive(hired.person().id(), true, null);
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(302);
        visitor.signIn(login(), hired.password());
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void a_person_who_no_longer_works_is_out_on_the_next_request() {
        var visitor = visitor();
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(200);
        staffing.setActive(hired.person().id(), false, null);
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(302);
        visitor.signIn(login(), hired.password());
        assertThat(visitor.get("/login?error").body()).contains("Неверный логин или пароль.");
    }

    @Test
    void changed_roles_are_taken_on_at_once() {
        var visitor = visitor();
        var draft = new Staffing.Draft(login(), "Примерова П. П.", "старший", null, Set.of(Role.CONTROLLER));
        staffing.change(hired.person().id(), hired.person().version(), draft, null)
                .get();
        assertThat(visitor.get("/admin/probe").body()).contains("[CONTROLLER]");
    }

    @Test
    void a_password_reset_ends_the_sessions_begun_with_the_old_one() {
        var visitor = visitor();
        clock.move(Duration.ofSeconds(1));
        staffing.resetPassword(hired.person().id(), null);
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(302);
    }

    @Test
    void a_person_changes_the_password_and_stays_in_while_the_other_sessions_end() {
        var here = visitor();
        var there = visitor();
        clock.move(Duration.ofSeconds(1));
        var refused = here.submit("/password", "/password", passwordForm("не тот", "новый длинный пароль"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Нынешний пароль введён неверно.");
        var shorter = here.submit("/password", "/password", passwordForm(hired.password(), "короткий"));
        assertThat(shorter.body()).contains("Пароль короче 12 знаков");
        var done = here.submit("/password", "/password", passwordForm(hired.password(), "новый длинный пароль"));
        assertThat(done.body()).contains("Пароль изменён.");
        assertThat(here.get("/probe").statusCode()).isEqualTo(200);
        assertThat(there.get("/probe").statusCode()).isEqualTo(302);
        assertThat(people.findByPassword(login(), "новый длинный пароль")).isPresent();
    }

    @Test
    void signing_out_ends_the_session() {
        var visitor = visitor();
        visitor.submit("/password", "/logout", Map.of());
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(302);
    }

    @Test
    void pages_allow_nothing_inline_and_nothing_foreign() {
        var headers = new Visitor(port).get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        p -> assertThat(p).startsWith("default-src 'self';").doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void the_sandbox_the_style_and_the_health_are_open_to_everyone() {
        var stranger = new Visitor(port);
        assertThat(stranger.get("/sandbox/probe").body()).isEqualTo("nobody");
        assertThat(stranger.post("/sandbox/probe", Map.of()).headers().firstValue("Location"))
                .as("open, and still guarded from foreign forms")
                .hasValueSatisfying(l -> assertThat(l).endsWith("/login?expired"));
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/webjars/tabler__core/dist/css/tabler.min.css").statusCode())
                .isEqualTo(200);
        assertThat(stranger.get("/login").body()).contains("Это демонстрация", "minjkh-executor", "otklik-demo");
    }

    private Visitor visitor() {
        return Visitor.signedIn(port, login(), hired.password());
    }

    private String login() {
        return hired.person().login();
    }

    private static Map<String, String> passwordForm(String old, String fresh) {
        return Map.of("old", old, "fresh", fresh, "again", fresh);
    }
}
