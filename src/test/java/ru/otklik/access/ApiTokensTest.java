package ru.otklik.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.directory.Staffing;
import ru.otklik.directory.Visitor;
import ru.otklik.kernel.Role;

@OnPostgres
@Import(Probe.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiTokensTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    ApiTokens tokens;

    @Autowired
    TokenRows rows;

    @Autowired
    Staffing staffing;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Person owner;
    ApiTokens.Issued issued;

    @BeforeEach
    void a_token() {
        var login = "robot-" + COUNT.incrementAndGet();
        var draft = new Staffing.Draft(login, "Служба наблюдения", "сервис", null, Set.of(Role.OPERATOR));
        owner = staffing.add(draft, null).get().person();
        issued = tokens.create(owner, "наблюдение");
    }

    @Test
    void without_a_token_the_answer_is_a_problem_document_in_russian() {
        var answer = new Visitor(port).get("/api/v1/probe");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("\"status\":401", "\"code\":\"no-token\"", "Передайте токен");
    }

    @Test
    void a_token_lets_in_as_its_owner() {
        assertThat(issued.token()).startsWith("otk_").hasSize(4 + 43);
        assertThat(call(issued.token()).body()).isEqualTo(owner.login() + " [OPERATOR] null");
    }

    @Test
    void a_wrong_token_is_refused() {
        assertThat(call("otk_" + "x".repeat(43)).body()).contains("\"code\":\"wrong-token\"");
        assertThat(call("anything").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_opens_no_door_of_the_api() {
        var visitor = Visitor.signedIn(port, "operator", "otklik-demo");
        assertThat(visitor.get("/probe").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void a_revoked_token_is_refused_at_once() {
        assertThat(call(issued.token()).statusCode()).isEqualTo(200);
        assertThat(tokens.revoke(issued.id())).isTrue();
        assertThat(call(issued.token()).statusCode()).isEqualTo(401);
        assertThat(tokens.revoke(issued.id())).as("a second time").isFalse();
    }

    @Test
    void a_token_revoked_by_another_process_works_four_seconds_more_at_most() {
        var nanos = new AtomicLong();
        var here = new ApiTokens(rows, people, clock, nanos::get);
        assertThat(here.findPerson(issued.token())).contains(owner);
        jdbc.sql("update api_token set revoked_at = now() where id = :id")
                .param("id", issued.id())
                .update();
        assertThat(here.findPerson(issued.token())).as("no query a call").isPresent();
        nanos.addAndGet(ApiTokens.REMEMBERED.toNanos());
        assertThat(here.findPerson(issued.token())).isEmpty();
        assertThat(ApiTokens.REMEMBERED).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void the_token_of_a_person_who_no_longer_works_is_refused() {
        assertThat(call(issued.token()).statusCode()).isEqualTo(200);
        staffing.setActive(owner.id(), false, null);
        assertThat(call(issued.token()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_does_not_come_back_with_its_person() {
        clock.move(Duration.ofMinutes(1));
        staffing.setActive(owner.id(), false, null);
        clock.move(Duration.ofMinutes(1));
        staffing.setActive(owner.id(), true, null);
        assertThat(call(issued.token()).statusCode()).isEqualTo(401);
        assertThat(tokens.list().stream().filter(t -> t.id() == issued.id()))
                .singleElement()
                .satisfies(t -> assertThat(t.revokedAt()).isNotNull());
        assertThat(call(tokens.create(owner, "новый").token()).statusCode()).isEqualTo(200);
    }

    @Test
    void the_last_use_is_written_once_a_minute() {
        var nanos = new AtomicLong();
        var here = new ApiTokens(rows, people, clock, nanos::get);
        here.findPerson(issued.token());
        var first = lastUse();
        assertThat(first).isEqualTo(clock.instant());
        clock.move(Duration.ofSeconds(59));
        nanos.addAndGet(ApiTokens.REMEMBERED.toNanos());
        here.findPerson(issued.token());
        assertThat(lastUse()).isEqualTo(first);
        clock.move(Duration.ofSeconds(2));
        nanos.addAndGet(ApiTokens.REMEMBERED.toNanos());
        here.findPerson(issued.token());
        assertThat(lastUse()).isEqualTo(clock.instant());
    }

    @Test
    void the_database_keeps_no_token_that_opens_anything() {
        var kept = jdbc.sql("select encode(token_sha256, 'escape') || name from api_token where id = :id")
                .param("id", issued.id())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(issued.token().substring(4, 12));
    }

    private @Nullable Instant lastUse() {
        return tokens.list().stream()
                .filter(t -> t.id() == issued.id())
                .findFirst()
                .orElseThrow()
                .lastUsedAt();
    }

    private HttpResponse<String> call(String token) {
        return new Visitor(port).get("/api/v1/probe", "Authorization", "Bearer " + token);
    }
}
