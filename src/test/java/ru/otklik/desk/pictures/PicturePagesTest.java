package ru.otklik.desk.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.desk.DeskStage;
import ru.otklik.kernel.Role;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.OneVoice;
import ru.otklik.networks.SilentNetwork;
import ru.otklik.pictures.Files;
import ru.otklik.regulation.Importance;

@OtklikTest(properties = "otklik.demo=true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PicturePagesTest extends DeskStage {

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        /** Takes two pictures with a short text. */
        @Bean
        SilentNetwork gallery() {
            return new SilentNetwork() {
                @Override
                public String key() {
                    return "gallery";
                }

                @Override
                public Abilities abilities() {
                    var types = Set.of("image/jpeg", "image/png");
                    return new Abilities(true, false, false, false, 200, 50, 2, types, 10 << 20);
                }
            };
        }

        @Bean
        @Primary
        OneVoice voice() {
            return new OneVoice();
        }
    }

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Assessment ROADS = new Assessment("roads.potholes", null, Importance.ORDINARY, false);
    private static final Pattern CHOSEN = Pattern.compile("name=\"picture\" value=\"([0-9a-f]{64})\"");
    private static final byte[] HTML = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = "Долгий труд исполнителя";

    int lead;
    int stranger;

    @BeforeEach
    void two_authorities_that_are_ready() {
        var ready = authorities.list().stream()
                .filter(a -> authorities.missingFor(a.id()).isEmpty())
                .toList();
        lead = ready.get(0).id();
        stranger = ready.get(1).id();
    }

    @Test
    void who_drafts_is_told_beforehand_what_the_network_takes() throws Exception {
        assertThat(page(get("/incidents/" + aRouted("gallery")), executor(lead)))
                .contains("Картинок можно до 2: JPEG или PNG, каждая до 8 МБ. С картинками текст — до 50 знаков.")
                .contains("type=\"file\"", "multipart/form-data");
        assertThat(page(get("/incidents/" + aRouted("manual")), executor(lead)))
                .contains("ответ размещают вручную: картинки к проекту не прилагаются")
                .doesNotContain("type=\"file\"");
        assertThat(page(get("/incidents/" + aRouted("ok")), executor(lead)))
                .contains("ответ размещают вручную: картинки к проекту не прилагаются")
                .doesNotContain("type=\"file\"");
    }

    @Test
    void the_part_with_pictures_is_renewed_alone_and_a_bad_file_costs_no_good_one() throws Exception {
        long id = aRouted("gallery");
        String first = page(upload(id, file("яма.jpg", Files.photo(60, 40, 1))), executor(lead));
        assertThat(first).startsWith("<fieldset").doesNotContain("role=\"alert\">«", "<html");
        assertThat(chosen(first)).hasSize(1);
        String second = page(
                upload(id, file("стена.jpg", HTML), file("яма.png", Files.image("png", 20, 20)))
                        .param("picture", chosen(first).get(0)),
                executor(lead));
        assertThat(second).contains("«стена.jpg» не приложена. Это не картинка JPEG или PNG");
        assertThat(chosen(second)).hasSize(2).startsWith(chosen(first).get(0));
        assertThat(second).as("no more are taken").doesNotContain("type=\"file\"");
        String third = page(
                upload(id, file("лишняя.jpg", Files.image("jpg", 21, 20)))
                        .param("picture", chosen(second).get(0), chosen(second).get(1)),
                executor(lead));
        assertThat(third).contains("«лишняя.jpg» не приложена. Картинок можно до 2");
        assertThat(chosen(third)).isEqualTo(chosen(second));
    }

    @Test
    void without_scripts_a_hostile_file_loses_neither_the_text_nor_the_other_picture() throws Exception {
        long id = aRouted("gallery");
        var bad = send(save(id, file("<b>.jpg", HTML), file("яма.jpg", Files.photo(60, 40, 6))), executor(lead));
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(body(bad)).contains("«&lt;b&gt;.jpg» не приложена.", TEXT + "</textarea>");
        assertThat(chosen(body(bad))).hasSize(1);
        assertThat(incidents.find(id).orElseThrow().head().drafts()).isZero();
        var good = send(save(id).param("picture", chosen(body(bad)).get(0)), executor(lead));
        assertThat(good.getStatus()).isEqualTo(302);
    }

    @Test
    void who_approves_sees_the_pictures_of_the_version_and_who_does_not_see_the_incident_sees_none() throws Exception {
        long id = aRouted("gallery");
        send(save(id, file("яма.jpg", Files.photo(60, 40, 6))), executor(lead));
        done(id, new Command.Submit(1, true), executor(lead).actor());
        String page = page(get("/incidents/" + id), centre(Role.APPROVER));
        String hash = jdbc.sql("select pictures[1] from draft where incident_id = ?")
                .param(id)
                .query(String.class)
                .single();
        String at = "/incidents/" + id + "/pictures/" + hash;
        assertThat(page).contains("Картинки версии № 1", "src=\"" + at + "/thumbnail\"", "href=\"" + at + "\"");
        for (String address : List.of(at, at + "/thumbnail")) {
            var picture = send(get(address), centre(Role.APPROVER));
            assertThat(picture.getContentType()).isEqualTo("image/jpeg");
            assertThat(picture.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(picture.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
            assertThat(send(get(address), executor(stranger)).getStatus()).isEqualTo(404);
        }
        long other = aRouted("gallery");
        assertThat(send(get(at.replace("/" + id + "/", "/" + other + "/")), executor(lead))
                        .getStatus())
                .as("of another incident")
                .isEqualTo(404);
    }

    @Test
    void other_pictures_are_another_version_and_the_old_one_keeps_its_own() throws Exception {
        long id = aRouted("gallery");
        send(save(id, file("яма.jpg", Files.photo(60, 40, 1))), executor(lead));
        assertThat(chosen(page(get("/incidents/" + id), executor(lead)))).hasSize(1);
        send(save(id), executor(lead));
        assertThat(jdbc.sql("select cardinality(pictures) from draft where incident_id = ? order by version")
                        .param(id)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 0);
        assertThat(page(get("/incidents/" + id), executor(lead)))
                .contains("Картинки версии № 1", "Картинки не те, что в предыдущей версии: их убрали");
    }

    @Test
    void nobody_but_the_lead_brings_pictures() throws Exception {
        long id = aRouted("gallery");
        assertThat(send(upload(id, file("1.jpg", Files.photo(60, 40, 1))), executor(stranger))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page(upload(id, file("1.jpg", Files.photo(60, 40, 1))), centre(Role.OPERATOR)))
                .contains("Это делает исполнитель органа власти");
        assertThat(jdbc.sql("select count(*) from incident_picture where incident_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_picture_of_a_citizen_that_did_not_come_is_said_with_its_reason_and_its_link() throws Exception {
        String link = "https://example.org/1.jpg?a=1&b=2";
        var message = new NewMessage(
                "gallery",
                "",
                "m" + NEXT.incrementAndGet(),
                null,
                null,
                null,
                null,
                "Яма",
                null,
                List.of(link, "https://example.org/page"),
                Map.of(link, link),
                null);
        long id = incidents.receive(message, ROADS, null).incident();
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Вложение загружается", "Вложение: https://example.org/page")
                .doesNotContain("Вложение: " + link);
        jdbc.sql("update attachment set state = 'LOST', error = 'По ссылке ничего нет (код 404).' where message_id = ?")
                .param(id)
                .update();
        assertThat(page(get("/incidents/" + id), centre(Role.OPERATOR)))
                .contains("Вложение не получено.</strong> По ссылке ничего нет (код 404).")
                .contains("href=\"https://example.org/1.jpg?a=1&amp;b=2\"");
    }

    private static List<String> chosen(String page) {
        return CHOSEN.matcher(page).results().map(m -> m.group(1)).toList();
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "image/jpeg", content);
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(long id, MockMultipartFile... files) {
        var request = multipart("/incidents/" + id + "/pictures");
        List.of(files).forEach(request::file);
        return request;
    }

    private AbstractMockHttpServletRequestBuilder<?> save(long id, MockMultipartFile... files) {
        var request = multipart("/incidents/" + id + "/save-draft");
        List.of(files).forEach(request::file);
        return request.param(
                        "version", "" + incidents.find(id).orElseThrow().head().version())
                .param("kind", "FINAL")
                .param("text", TEXT);
    }

    private long aRouted(String network) {
        var message = new NewMessage(
                network, "", "p" + NEXT.incrementAndGet(), null, null, null, "Яма", null, List.of(), null);
        long id = incidents.receive(message, ROADS, null).incident();
        done(
                id,
                new Command.Route(lead, List.of(), null, ROADS),
                centre(Role.OPERATOR).actor());
        return id;
    }
}
