package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.kernel.Role;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.OneVoice;
import ru.otklik.networks.Post;
import ru.otklik.networks.SilentNetwork;
import ru.otklik.networks.Standing;
import ru.otklik.regulation.Importance;

/** What the page of an incident says of what stands in the network. */
@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InNetworkTest extends DeskStage {

    /** Takes answers, and shows at a link what a test says. */
    static class Board extends SilentNetwork {
        Optional<Post> there = Optional.empty();
        boolean looks = true;
        Standing page = Standing.CANNOT_SAY;

        @Override
        public Standing linked(String link) {
            return page;
        }

        @Override
        public String key() {
            return "board";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(true, looks, false, false, 100, 100, 0, Set.of(), 0);
        }

        @Override
        public Optional<Address> address(String link) {
            return Optional.of(new Address("t", "a1"));
        }

        @Override
        public Optional<Post> look(Address post, Access access) {
            return there;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        Board board() {
            return new Board();
        }

        @Bean
        @Primary
        OneVoice voice() {
            return new OneVoice();
        }
    }

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Assessment ROADS = new Assessment("roads.potholes", null, Importance.ORDINARY, false);
    private static final String TEXT = "Яму заделают.";

    @Autowired
    Board board;

    @Autowired
    OneVoice voice;

    int lead;

    @BeforeEach
    void an_authority_that_is_ready() {
        lead = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        board.there = Optional.empty();
        board.looks = true;
        board.page = Standing.CANNOT_SAY;
        voice.silence = null;
    }

    @Test
    void what_the_citizen_did_after_the_answer_is_loud() throws Exception {
        long id = anApproved();
        done(id, new Command.ConfirmPublication(1, "https://board.example/1", Instant.now()), Actor.SYSTEM);
        String quiet = page(get("/incidents/" + id), centre(Role.OPERATOR));
        assertThat(quiet).doesNotContain("после ответа");
        NewMessage m = message(id);
        incidents.receive(m.withText("Яму так и не заделали!"), ROADS, null);
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Автор изменил сообщение после ответа", "Яму так и не заделали!", "Было до правки");
        assertThat(incidents.gone("board", "t", m.externalId())).isTrue();
        assertThat(incidents.gone("board", "t", m.externalId())).as("once").isFalse();
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Сообщение удалено в сети", "уже после ответа", "Яму так и не заделали!");
        incidents.receive(m.withText("Яму так и не заделали!"), ROADS, null);
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .as("it is back")
                .doesNotContain("Сообщение удалено в сети 2")
                .contains("снова стоит в сети");
    }

    @Test
    void who_drafts_is_told_beforehand_that_nobody_can_post() throws Exception {
        long id = aRouted();
        assertThat(page(get("/incidents/" + id), executor(lead))).doesNotContain("не может отвечать");
        voice.silence = "Токен не действует.";
        assertThat(page(get("/incidents/" + id), executor(lead)))
                .contains("«Правительство» сейчас не может отвечать: Токен не действует.");
    }

    @Test
    void a_text_longer_than_the_network_takes_is_refused_at_submission_and_stays() throws Exception {
        long id = aRouted();
        done(
                id,
                new Command.SaveDraft(DraftKind.FINAL, "я".repeat(101)),
                executor(lead).actor());
        var submit = post("/incidents/" + id + "/submit")
                .param("version", version(id))
                .param("draft", "1")
                .param("accurate", "yes");
        assertThat(body(send(submit, executor(lead)))).contains("101 знаков, а можно 100");
    }

    @Test
    void an_answer_past_the_approval_is_shown_and_can_be_taken_by_the_approver_alone() throws Exception {
        long id = aRouted();
        done(
                id,
                new Command.NoteHandAnswer("h1", "https://board.example/h1", "Разберёмся.", Instant.now()),
                Actor.SYSTEM);
        assertThat(page(get("/incidents/" + id), centre(Role.APPROVER)))
                .contains("без согласования", "«Разберёмся.»", "Засчитать ответ, размещённый вручную");
        assertThat(page(get("/incidents/" + id), executor(lead)))
                .contains("без согласования")
                .doesNotContain("Засчитать ответ");
    }

    @Test
    void a_link_to_another_text_or_to_nothing_is_refused_and_to_the_approved_one_is_taken() throws Exception {
        long id = anApproved();
        assertThat(body(send(record(id), executor(lead)))).contains("По этой ссылке в сети ничего нет");
        board.there = Optional.of(there("Совсем другое"));
        assertThat(body(send(record(id), executor(lead)))).contains("не согласованный текст");
        board.there = Optional.of(there(TEXT));
        assertThat(send(record(id), executor(lead)).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select closed_at from obligation where incident_id = :id and term = 'publish'")
                        .param("id", id)
                        .query((r, n) -> r.getTimestamp(1).toInstant())
                        .single())
                .as("the network's own time")
                .isEqualTo(Instant.parse("2026-11-20T14:00:00Z"));
    }

    private static Post there(String text) {
        return new Post(
                new Address("t", "a1"),
                "https://board.example/a1",
                "ours",
                "Правительство",
                null,
                text,
                Instant.parse("2026-11-20T14:00:00Z"),
                List.of(),
                null);
    }

    private MockHttpServletRequestBuilder record(long id) {
        return post("/incidents/" + id + "/record-publication")
                .param("version", version(id))
                .param("url", "https://board.example/a1");
    }

    @Test
    void a_failed_publication_tells_why_and_opens_both_ways_to_the_lead_and_the_centre() throws Exception {
        long id = aFailedPublication();
        for (Me me : List.of(executor(lead), centre(Role.OPERATOR), centre(Role.APPROVER))) {
            assertThat(page(get("/incidents/" + id), me))
                    .contains("Не размещено: Сообщество закрыто.", "Разместить снова", "Разместили вручную")
                    .contains("Программе не удалось разместить ответ");
        }
        assertThat(page(get("/incidents/" + id), centre(Role.CONTROLLER)))
                .contains("Не размещено: Сообщество закрыто.")
                .doesNotContain("Разместить снова");
        var again = post("/incidents/" + id + "/publish").param("version", version(id));
        assertThat(send(again, centre(Role.OPERATOR)).getStatus()).isEqualTo(302);
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Пока не размещено")
                .doesNotContain("Разместить снова");
        var tooMuch = post("/incidents/" + id + "/publish").param("version", version(id));
        assertThat(send(tooMuch, centre(Role.OPERATOR)).getStatus())
                .as("not failed: the centre is no lead")
                .isEqualTo(422);
    }

    @Test
    void what_was_posted_by_hand_after_a_failure_ends_with_its_link() throws Exception {
        long id = aFailedPublication();
        board.there = Optional.of(there(TEXT));
        var record = post("/incidents/" + id + "/record-publication")
                .param("version", version(id))
                .param("url", "https://board.example/a1");
        assertThat(send(record, centre(Role.APPROVER)).getStatus()).isEqualTo(302);
        assertThat(incidents.find(id)).containsInstanceOf(ru.otklik.casework.Incident.Answered.class);
    }

    @Test
    void a_pasted_link_to_a_site_must_lead_to_a_page_that_says_the_answer_or_a_person_vouches() throws Exception {
        long id = anApproved();
        board.looks = false;
        board.page = Standing.GONE;
        assertThat(refusal(record(id))).contains("ничего нет");
        board.page = Standing.stands("Новости. Мэр открыл парк.");
        assertThat(refusal(record(id))).contains("согласованного текста не видно", "https://board.example/a1");
        assertThat(send(record(id).param("vouched", "on"), executor(lead)).getStatus())
                .isEqualTo(302);

        long other = anApproved();
        board.page = Standing.stands("Новости. " + TEXT.replaceAll("\\s+", "  ") + " Мэр открыл парк.");
        assertThat(send(record(other), executor(lead)).getStatus()).isEqualTo(302);
    }

    private String refusal(MockHttpServletRequestBuilder record) throws Exception {
        MockHttpServletResponse response = send(record, executor(lead));
        assertThat(response.getStatus()).isEqualTo(422);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private long aFailedPublication() {
        long id = anApproved();
        done(id, new Command.Publish(), executor(lead).actor());
        jdbc.sql("update outbox set state = 'FAILED', last_error = 'Сообщество закрыто.' where incident_id = :id")
                .param("id", id)
                .update();
        done(id, new Command.FailPublication(1, "Сообщество закрыто."), Actor.SYSTEM);
        return id;
    }

    private long anApproved() {
        long id = aRouted();
        done(id, new Command.SaveDraft(DraftKind.FINAL, TEXT), executor(lead).actor());
        done(id, new Command.Submit(1, true), executor(lead).actor());
        done(id, new Command.Approve(1), centre(Role.APPROVER).actor());
        return id;
    }

    private long aRouted() {
        var message = new NewMessage(
                "board", "t", "m" + NEXT.incrementAndGet(), null, null, null, "Яма", null, List.of(), null);
        long id = incidents.receive(message, ROADS, null).incident();
        done(
                id,
                new Command.Route(lead, List.of(), null, ROADS),
                centre(Role.OPERATOR).actor());
        return id;
    }

    private NewMessage message(long id) {
        String external = jdbc.sql("select external_id from message where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return new NewMessage("board", "t", external, null, null, null, "Яма", null, List.of(), null);
    }
}
