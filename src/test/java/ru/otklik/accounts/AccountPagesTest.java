package ru.otklik.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Visitor;
import ru.otklik.networks.NetworkFault;

@OnPostgres
@Import(StubVk.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String LIST = "/admin/accounts";

    @Autowired
    Accounts accounts;

    @Autowired
    Registering registering;

    @Autowired
    Tokens tokens;

    @Autowired
    Authorities authorities;

    @Autowired
    People people;

    @Autowired
    StubVk.Vk vk;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    Visitor administrator;
    String minjkh;

    @BeforeEach
    void signed_in_and_an_empty_register() {
        accounts.list().stream()
                .filter(OfficialAccount::isOpen)
                .forEach(a -> registering.setClosed(a.id(), true, null).get());
        administrator = as("admin");
        minjkh = "" + authorities.find("minjkh").orElseThrow().id();
    }

    @Test
    void an_account_is_added_with_its_token_and_the_token_is_never_shown_again() {
        var root = (Logger) LoggerFactory.getLogger("ROOT");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        vk.knows("b-secret");
        var fields = form();
        fields.put("network", "vk");
        fields.put("secret-token", "vk1.a.VERY-SECRET");
        fields.putAll(Map.of("networkId", "", "name", "", "link", ""));
        var answer = administrator.submit(LIST + "/new?network=vk&authority=" + minjkh, LIST, fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = where(answer);
        assertThat(administrator.get(page).body())
                .contains("value=\"b-secret\"", "Минпроб b-secret", "Токен действует", "задан пт 20.11.2026 ")
                .doesNotContain("VERY-SECRET");
        vk.fails(NetworkFault.Kind.REFUSED);
        var refused = administrator.submit(page, page + "/secrets", Map.of("secret-token", "NEXT-SECRET"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Токен не принят").doesNotContain("NEXT-SECRET");
        vk.fails(NetworkFault.Kind.TOKEN_DEAD);
        assertThat(administrator.submit(page, page + "/check", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(administrator.get(page).body()).contains("Тревога: токен не действует");
        assertThat(administrator.get("/admin/changes?subject=ACCOUNT").body()).doesNotContain("SECRET");
        root.detachAppender(log);
        assertThat(log.list).isNotEmpty().noneMatch(e -> e.getFormattedMessage().contains("SECRET"));
    }

    @Test
    void what_is_refused_stays_as_typed_and_of_two_the_second_is_told() {
        var fields = form();
        fields.putAll(Map.of("link", "javascript:<b>", "name", "<script>Имя"));
        var refused = administrator.submit(LIST + "/new?network=ok", LIST, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Ссылка должна начинаться", "value=\"&lt;script>Имя\"", "value=\"Пресс П. П.\"");

        String page = where(administrator.submit(LIST + "/new?network=ok", LIST, form()));
        var first = form();
        first.putAll(Map.of("version", "0", "networkId", "c1", "name", "Первый успел"));
        assertThat(administrator.submit(page, page, first).statusCode()).isEqualTo(302);
        var second = form();
        second.putAll(Map.of("version", "0", "networkId", "c2", "name", "Второй опоздал"));
        var late = administrator.submit(page, page, second);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Пока вы заполняли форму", "название — Первый успел", "value=\"Второй опоздал\"");
    }

    @Test
    void the_controller_reads_the_administrator_changes_and_the_others_see_nothing_of_it() {
        String page = where(administrator.submit(LIST + "/new?network=ok", LIST, form()));
        var controller = as("controller");
        assertThat(controller.get(LIST).body()).contains("Учётная запись №", "/accounts/embed");
        assertThat(controller.get(page).body()).contains("disabled").doesNotContain("Сохранить");
        assertThat(controller.submit(page, page, form()).statusCode()).isEqualTo(403);
        assertThat(controller
                        .submit(page, page + "/secrets", Map.of("secret-token", "x"))
                        .statusCode())
                .isEqualTo(403);
        for (String login : new String[] {"operator", "minjkh-executor"}) {
            assertThat(as(login).get(LIST).statusCode()).isEqualTo(403);
        }
        assertThat(administrator.get(LIST + "/99999").statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_is_narrowed_by_authority_network_and_state() {
        var fields = form();
        fields.put("name", "Записьодин");
        administrator.submit(LIST + "/new?network=ok", LIST, fields);
        var others = form();
        others.putAll(Map.of("name", "Записьдва", "authority", ""));
        String second = where(administrator.submit(LIST + "/new?network=ok", LIST, others));
        assertThat(administrator.get(LIST).body()).contains("Записьодин", "Записьдва");
        assertThat(administrator.get(LIST + "?authority=0").body())
                .contains("Записьдва")
                .doesNotContain("Записьодин");
        assertThat(administrator.get(LIST + "?authority=" + minjkh).body())
                .contains("Записьодин")
                .doesNotContain("Записьдва");
        assertThat(administrator.get(LIST + "?network=vk").body()).doesNotContain("Записьодин");
        assertThat(administrator.get(LIST + "?state=DEAD").body()).doesNotContain("Записьодин");
        administrator.submit(second, second + "/closed", Map.of("closed", "true"));
        assertThat(administrator.get(LIST).body()).doesNotContain("Записьдва");
        assertThat(administrator.get(LIST + "?state=CLOSED").body()).contains("Записьдва");
    }

    @Test
    void a_dead_token_is_on_every_page_of_those_who_must_act_and_of_nobody_else() {
        vk.knows("d1");
        var fields = form();
        fields.putAll(Map.of("network", "vk", "networkId", "d1", "secret-token", "x", "name", "Умершая"));
        fields.put("owner", "" + people.findByLogin("controller").orElseThrow().id());
        // the owner of the centre is not among the people of the authority, and may still be one
        String page = where(administrator.submit(LIST + "/new?network=vk", LIST, fields));
        vk.fails(NetworkFault.Kind.TOKEN_DEAD);
        administrator.submit(page, page + "/check", Map.of());
        for (String login : new String[] {"admin", "operator", "approver", "controller", "minjkh-executor"}) {
            assertThat(as(login).get("/password").body())
                    .as(login)
                    .contains("role=\"alert\">Токен учётной записи «Умершая» (ВКонтакте) не действует");
        }
        for (String login : new String[] {"probny-executor", "chair1"}) {
            assertThat(as(login).get("/password").body()).as(login).doesNotContain("Умершая");
        }
        assertThat(as("operator").get("/password").body()).doesNotContain("href=\"" + page);
        assertThat(new Visitor(port).get("/login").body()).doesNotContain("Умершая");
        vk.knows("d1");
        administrator.submit(page, page + "/check", Map.of());
        assertThat(as("operator").get("/password").body()).doesNotContain("Умершая");
    }

    @Test
    void the_public_list_shows_open_accounts_to_a_stranger_and_may_be_kept_and_embedded() {
        var fields = form();
        fields.putAll(Map.of("name", "=ФОРМУЛА <b>", "link", "https://ok.ru/minprob"));
        String page = where(administrator.submit(LIST + "/new?network=ok", LIST, fields));
        var stranger = new Visitor(port);
        for (String path : new String[] {"/accounts", "/accounts/embed", "/accounts.json", "/accounts.csv"}) {
            var answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .contains("ФОРМУЛА", "https://ok.ru/minprob", "Министерство пробного хозяйства")
                    .doesNotContain("Пресс П. П.", "_csrf");
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=300, public");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy"))
                    .endsWith(path.endsWith("embed") ? "frame-ancestors *" : "frame-ancestors 'none'");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo(path.endsWith("embed") ? "" : "DENY");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(path.contains(".") ? "*" : "");
            assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
            assertThat(stranger.get(path, "If-None-Match", header(answer, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
            assertThat(stranger.get(path, "If-Modified-Since", header(answer, "Last-Modified"))
                            .statusCode())
                    .isEqualTo(304);
        }
        assertThat(stranger.get("/accounts").body())
                .contains("=ФОРМУЛА &lt;b&gt;", "Последнее изменение списка: 20.11.2026");
        assertThat(stranger.get("/accounts.csv").body())
                .startsWith("\uFEFFОрган власти;Сеть;")
                .contains("Одноклассники;'=ФОРМУЛА <b>;https://ok.ru/minprob;да");
        assertThat(stranger.get("/accounts.json").body())
                .contains(
                        "\"network\":\"ok\"", "\"stateOrganization\":true", "\"changed\":\"" + clock.instant() + "\"");
        assertThat(administrator.get("/accounts").body())
                .as("what is kept by caches is the same for everybody")
                .isEqualTo(stranger.get("/accounts").body());

        var before = stranger.get("/accounts.json");
        clock.move(Duration.ofSeconds(2));
        administrator.submit(page, page + "/closed", Map.of("closed", "true"));
        var after = stranger.get(
                "/accounts.json",
                "If-None-Match",
                header(before, "ETag"),
                "If-Modified-Since",
                header(before, "Last-Modified"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).doesNotContain("ФОРМУЛА");
        clock.move(Duration.ofSeconds(-2));
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of(
                "network",
                "ok",
                "authority",
                minjkh,
                "networkId",
                "b" + NEXT.incrementAndGet(),
                "name",
                "Учётная запись № " + NEXT.get(),
                "link",
                "https://ok.ru/x",
                "ownerName",
                "Пресс П. П.",
                "ownerPosition",
                "пресс-секретарь",
                "stateMark",
                "on"));
    }

    private Visitor as(String login) {
        return Visitor.signedIn(port, login, "otklik-demo");
    }

    private static String where(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return header(answer, "Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
