package ru.otklik.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Registering;
import ru.otklik.background.Node;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.MovableClock;
import ru.otklik.kernel.Role;
import ru.otklik.networks.Access;
import ru.otklik.pictures.Files;
import ru.otklik.pictures.Pictures;
import ru.otklik.publication.Publications.State;
import ru.otklik.regulation.Importance;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.telegram.TelegramWriting;
import ru.otklik.sandbox.vk.VkWriting;

/** From a file that an executor brings to what stands in the network, over HTTP, in both languages of the sandbox. */
@OtklikTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PicturesInSandboxTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock();
        }
    }

    private static final String TEXT = "Здравствуйте! Яму заделали, смотрите.";
    private static final long OWNER = SandboxAccess.KRAI.owner();

    @Autowired
    Sending sending;

    @Autowired
    Calling calling;

    @Autowired
    OutboxRows rows;

    @Autowired
    Publications publications;

    @Autowired
    Node node;

    @Autowired
    MovableClock clock;

    @Autowired
    Incidents incidents;

    @Autowired
    Authorities authorities;

    @Autowired
    Accounts accounts;

    @Autowired
    Registering registering;

    @Autowired
    Pictures pictures;

    @Autowired
    VkWriting vk;

    @Autowired
    TelegramWriting telegram;

    @Autowired
    JdbcClient jdbc;

    long lastPhoto;

    @BeforeEach
    void official_accounts() {
        if (accounts.list().isEmpty()) {
            account(SandboxAccess.KRAI, SandboxAccess.EDITOR.token());
            account(SandboxAccess.BOT, null);
        }
        lastPhoto = jdbc.sql("select coalesce(max(id), 0) from sandbox_photo")
                .query(Long.class)
                .single();
    }

    @Test
    void in_vk_stand_exactly_the_pictures_that_were_approved_byte_for_byte() {
        long id = aRouted(vkMessage());
        String first = brought(id, Files.photo(60, 40, 6));
        String second = brought(id, Files.image("png", 30, 20));
        String text = "Ответ " + UUID.randomUUID();
        approvedAndOrdered(id, text, List.of(second, first));
        sendDue();
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        assertThat(uploaded()).containsExactly(content(id, second), content(id, first));
        assertThat(jdbc.sql(
                                "select cardinality(string_to_array(attachments, ',')) from sandbox_vk_message where owner_id = ? and text = ? and citizen is null")
                        .params(OWNER, text)
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
    }

    @Test
    void in_telegram_one_is_a_photo_and_several_are_an_album_with_the_text_below() {
        long one = aRouted(telegramMessage());
        String photo = brought(one, Files.photo(60, 40, 1));
        approvedAndOrdered(one, List.of(photo));
        sendDue();
        assertThat(uploaded()).containsExactly(content(one, photo));

        long several = aRouted(telegramMessage());
        String again = brought(several, Files.photo(60, 40, 1));
        assertThat(again).as("the same picture has the same name").isEqualTo(photo);
        String other = brought(several, Files.image("png", 30, 20));
        approvedAndOrdered(several, List.of(again, other));
        sendDue();
        assertThat(incidents.find(several)).containsInstanceOf(Incident.Answered.class);
        assertThat(uploaded()).containsExactly(content(one, photo), content(several, again), content(several, other));
    }

    @Test
    void a_crash_after_the_call_doubles_no_picture() {
        long id = aRouted(vkMessage());
        String text = "Ответ " + UUID.randomUUID();
        approvedAndOrdered(id, text, List.of(brought(id, Files.image("jpg", 50, 50))));
        calling.reply(rows.claim(node.id(), clock.instant()).orElseThrow());
        // and here the process is killed
        clock.move(OutboxRows.ABANDONED.plusSeconds(1));
        sendDue();
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        assertThat(uploaded()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from sandbox_vk_message where text = ?")
                        .param(text)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        long unseen = aRouted(telegramMessage());
        approvedAndOrdered(unseen, List.of(brought(unseen, Files.image("jpg", 51, 51))));
        calling.reply(rows.claim(node.id(), clock.instant()).orElseThrow());
        for (int i = 0; i < 5; i++) {
            clock.move(OutboxRows.ABANDONED.plusSeconds(1));
            sendDue();
        }
        assertThat(publications.list(unseen).get(0).state())
                .as("a person looks")
                .isEqualTo(State.UNKNOWN);
        assertThat(uploaded()).hasSize(2);
    }

    @Test
    void a_text_too_long_for_a_caption_is_refused_before_submission_and_without_pictures_it_is_not() {
        long id = aRouted(telegramMessage());
        String photo = brought(id, Files.image("jpg", 40, 40));
        done(id, new Command.SaveDraft(DraftKind.FINAL, "я".repeat(1025), List.of(photo)));
        assertThat(refusal(id, new Command.Submit(1, true)))
                .isEqualTo(
                        "Текст длиннее, чем принимает сеть «Telegram» вместе с картинками: 1025 знаков, а можно 1024. Сократите его.");
        done(id, new Command.SaveDraft(DraftKind.FINAL, "я".repeat(1025), List.of()));
        done(id, new Command.Submit(2, true));
    }

    @Test
    void what_the_network_does_not_take_is_refused_before_submission() {
        long three = aRouted(vkMessage());
        var hashes = List.of(
                brought(three, Files.image("jpg", 41, 40)),
                brought(three, Files.image("jpg", 42, 40)),
                brought(three, Files.image("jpg", 43, 40)));
        done(three, new Command.SaveDraft(DraftKind.FINAL, TEXT, hashes));
        assertThat(refusal(three, new Command.Submit(1, true))).startsWith("Картинок можно до 2:");

        long other = aRouted(vkMessage());
        done(other, new Command.SaveDraft(DraftKind.FINAL, TEXT, hashes.subList(0, 1)));
        assertThat(refusal(other, new Command.Submit(1, true)))
                .as("brought elsewhere")
                .contains("не примет");

        var byHand = new NewMessage(
                "manual", "", UUID.randomUUID().toString(), null, null, null, "Яма", null, List.of(), null);
        long manual = aRouted(byHand);
        done(manual, new Command.SaveDraft(DraftKind.FINAL, TEXT, List.of(brought(manual, Files.image("jpg", 9, 9)))));
        assertThat(refusal(manual, new Command.Submit(1, true))).contains("размещают вручную");
    }

    @Test
    void a_correction_keeps_the_pictures_where_the_network_changes_only_the_text() {
        long id = aRouted(telegramMessage());
        String photo = brought(id, Files.image("jpg", 44, 44));
        approvedAndOrdered(id, List.of(photo));
        sendDue();
        done(id, new Command.Correct("Ошибка в сроке"));
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Исправлено", List.of()));
        assertThat(refusal(id, new Command.Submit(2, true))).contains("картинки остаются прежними");
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Исправлено " + id, List.of(photo)));
        approve(id, 3);
        sendDue();
        assertThat(incidents.find(id)).containsInstanceOf(Incident.Answered.class);
        assertThat(uploaded()).hasSize(1);
        assertThat(jdbc.sql("select photo is not null from sandbox_telegram_message where text = ?")
                        .param("Исправлено " + id)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void a_correction_may_have_other_pictures_where_it_is_posted_beside() {
        long id = aRouted(vkMessage());
        approvedAndOrdered(id, List.of(brought(id, Files.image("jpg", 45, 44))));
        sendDue();
        done(id, new Command.Correct("Не то фото"));
        String right = brought(id, Files.image("jpg", 46, 44));
        done(id, new Command.SaveDraft(DraftKind.FINAL, "Вот верное фото", List.of(right)));
        approve(id, 2);
        sendDue();
        assertThat(uploaded()).hasSize(2).last().isEqualTo(content(id, right));
    }

    private void sendDue() {
        while (sending.turn(node)) {
            // until nothing is due
        }
    }

    /** What came to the network since the test began, in its order. */
    private List<byte[]> uploaded() {
        return jdbc.sql("select content from sandbox_photo where id > ? order by id")
                .param(lastPhoto)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private byte[] content(long id, String hash) {
        return pictures.find(id, hash).orElseThrow().bytes();
    }

    private String brought(long id, byte[] file) {
        return pictures.bring(id, file, executor().person()).get().hash();
    }

    private void approvedAndOrdered(long id, List<String> hashes) {
        approvedAndOrdered(id, TEXT, hashes);
    }

    private void approvedAndOrdered(long id, String text, List<String> hashes) {
        done(id, new Command.SaveDraft(DraftKind.FINAL, text, hashes));
        approve(id, 1);
    }

    private void approve(long id, int draft) {
        done(id, new Command.Submit(draft, true));
        var approver = new Actor(1002, "Согласующий", Set.of(Role.APPROVER), null);
        incidents.handle(id, null, new Command.Approve(draft), approver).get();
        done(id, new Command.Publish());
    }

    private long aRouted(NewMessage message) {
        var operator = new Actor(1001, "Оператор", Set.of(Role.OPERATOR), null);
        long id = incidents.receive(message, Assessment.NONE, null).incident();
        var roads = new Assessment("roads.potholes", null, Importance.ORDINARY, false);
        incidents
                .handle(id, null, new Command.Route(executor().authority(), List.of(), null, roads), operator)
                .get();
        return id;
    }

    private NewMessage vkMessage() {
        String citizen = UUID.randomUUID().toString();
        long post = vk.post(OWNER, citizen, "Анна Ким", "Яма").id();
        return message("vk", OWNER + "_" + post, Long.toString(post));
    }

    private NewMessage telegramMessage() {
        var row = telegram.write(1L, UUID.randomUUID().toString(), "Анна Ким", "Яма")
                .orElseThrow();
        return message("telegram", SandboxAccess.DISCUSSION.account() + "/1", Long.toString(row.id()));
    }

    private static NewMessage message(String network, String thread, String external) {
        return new NewMessage(network, thread, external, null, null, null, "Яма", null, List.of(), null);
    }

    private void account(SandboxAccess a, @Nullable String reading) {
        var owner = new OfficialAccount.Owner(null, "Пресс-служба", "проверка");
        var draft = new Registering.Draft(null, a.network(), "", a.name(), a.link(), owner, Set.of(), true, true);
        registering
                .add(
                        draft,
                        reading == null
                                ? Map.of(Access.TOKEN, a.token())
                                : Map.of(Access.TOKEN, a.token(), Access.READING, reading))
                .get();
    }

    private String refusal(long id, Command command) {
        return incidents.handle(id, null, command, executor()).fold(done -> "done", no -> no.sentence());
    }

    private void done(long id, Command command) {
        incidents.handle(id, null, command, executor()).get();
    }

    private Actor executor() {
        int ready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        return new Actor(1003, "Исполнитель", Set.of(Role.EXECUTOR), ready);
    }
}
