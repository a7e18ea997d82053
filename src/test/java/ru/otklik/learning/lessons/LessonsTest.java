package ru.otklik.learning.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.Ground;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.desk.DeskStage;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.WrittenExamples;
import ru.otklik.detection.models.Models;
import ru.otklik.kernel.Role;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;
import tools.jackson.databind.json.JsonMapper;

@OtklikTest(properties = {"otklik.demo=true", "otklik.home=" + LessonsTest.HOME})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LessonsTest extends DeskStage {

    static final String HOME = "target/lessons-home";

    private static final Actor OPERATOR = new Actor(1001, "Оператор", Set.of(Role.OPERATOR), null);
    /** Words that no rule knows, so that a model has something to be better at. */
    private static final String[] MATTERS = {"бармалейная кракозябра", "шумелка мышовая", "глокая куздра"};

    private static final String[] TOPICS = {"roads.potholes", "housing.roof", "health.appointment"};

    @Autowired
    private Lessons lessons;

    @Autowired
    private Tutoring tutoring;

    @Autowired
    private LessonRows rows;

    @Autowired
    private Models models;

    @Autowired
    private FirstAssessment detection;

    @Autowired
    private Region region;

    @Autowired
    private JsonMapper json;

    private int next;

    @BeforeEach
    void nothing_was_decided_or_learned() throws IOException {
        jdbc.sql("delete from decision").update();
        FileSystemUtils.deleteRecursively(Path.of(HOME, "models"));
        detection.refresh();
    }

    @Test
    void what_people_decided_is_learned_in_a_process_of_its_own_and_proposed_at_once() throws Exception {
        decide(60);
        for (int i = 0; i < 40; i++) {
            exclude("Прошу шурум бурум тарарам " + i, Ground.NOT_REQUIRING);
        }
        assertThat(asks("Прошу шурум бурум тарарам и вам того же")).isTrue();
        Files.createDirectories(Path.of(HOME));
        Files.writeString(Path.of(HOME, "lesson1.csv"), "left by a kill");
        assertThat(lesson().said())
                .anyMatch(line -> line.startsWith("Новая модель в работе: topics-1, тем "))
                .contains("Новая модель в работе: response-1.", "Новая модель в работе: importance-1.");
        assertThat(asks("Прошу шурум бурум тарарам и вам того же")).isFalse();
        assertThat(Path.of(HOME)).isDirectoryNotContaining("glob:**/lesson*.csv");
        var proposal = detection.assess("Опять глокая куздра у нас во дворе", Optional.empty());
        assertThat(proposal.topic().orElseThrow().code()).isEqualTo("health.appointment");
        assertThat(proposal.model()).contains("topics-1, response-1, importance-1");
        assertThat(proposal.response().need().isAnswered()).isTrue();
        assertThat(detection
                        .assess("У нас глокая куздра", Optional.empty())
                        .topic()
                        .orElseThrow()
                        .because())
                .as("words that mean something")
                .containsExactlyInAnyOrder("глокая", "куздра");
        var told = models.comparisons(Models.Kind.TOPICS).get(0);
        String source = "решения людей: 100, написанные примеры: "
                + new WrittenExamples(region, detection).read().size();
        assertThat(told.source()).isEqualTo(source);
        assertThat(rows.count(told.at())).isZero();
        assertThat(page(get("/admin/models"), centre(Role.CONTROLLER)))
                .contains("topics-1", source, "правила: ", "в работе")
                .doesNotContain("Учить на решениях");
    }

    @Test
    void a_model_that_cannot_be_read_is_not_said_to_have_proposed() throws Exception {
        Path folder = Files.createDirectories(Path.of(HOME, "models"));
        Files.writeString(folder.resolve("topics-1.model"), "of another edition");
        detection.refresh();
        assertThat(models.inUse(Models.Kind.TOPICS)).contains("topics-1");
        assertThat(models.isBroken(Models.Kind.TOPICS)).isTrue();
        assertThat(models.isBroken(Models.Kind.TONE)).isFalse();
        assertThat(detection.assess("Яма на дороге", Optional.empty()).model()).isEmpty();
        assertThat(ModelsView.kind(models, Models.Kind.TOPICS, "Тематика", ZoneOffset.UTC)
                        .broken())
                .isTrue();
    }

    @Test
    void one_click_goes_back_to_a_former_model() throws Exception {
        decide(40);
        lesson();
        lesson();
        assertThat(model()).startsWith("topics-2");
        var admin = centre(Role.ADMINISTRATOR);
        assertThat(page(get("/admin/models"), admin))
                .contains("value=\"topics-1\"")
                .doesNotContain("value=\"topics-2\"");
        assertThat(page(get("/admin/models"), admin)).contains("Новая модель в работе: topics-2");
        send(post("/admin/models/use").param("kind", "TOPICS").param("version", "topics-1"), admin);
        assertThat(model()).startsWith("topics-1");
        assertThat(page(get("/admin/models"), admin)).doesNotContain("Новая модель в работе");
        assertThat(page(get("/admin/changes").param("subject", "MODEL"), admin))
                .contains("модель: topics-1", "возвращена в работу", "в работе: topics-2", admin.name());
        send(post("/admin/models/use").param("kind", "TOPICS").param("version", "topics-9"), admin);
        assertThat(models.inUse(Models.Kind.TOPICS)).contains("topics-1");
        assertThat(send(
                                post("/admin/models/use")
                                        .param("kind", "TOPICS")
                                        .param("version", "topics-2"),
                                centre(Role.CONTROLLER))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void who_ordered_a_lesson_is_on_record_and_a_second_order_waits() throws Exception {
        decide(3);
        var admin = centre(Role.ADMINISTRATOR);
        var end = new CountDownLatch(1);
        tutoring.lesson(people.get(admin.personId()), end::countDown).get();
        send(post("/admin/models/learn"), admin);
        assertThat(page(get("/admin/models"), admin)).contains("Идёт обучение: ");
        end.await();
        assertThat(jdbc.sql("select count(*) from directory_change where subject = 'MODEL' and act = 'обучение начато'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page(get("/admin/changes").param("subject", "MODEL"), admin))
                .contains("модель: новая", "обучение начато", "решений после последнего обучения: 3", admin.name());
    }

    @Test
    void what_a_kill_left_of_a_lesson_does_not_wait_for_the_next_one() throws IOException {
        Files.createDirectories(Path.of(HOME));
        Path left = Files.writeString(Path.of(HOME, "lesson2.csv"), "left by a kill");
        Path other = Files.writeString(Path.of(HOME, "other.csv"), "of somebody else");
        lessons.deleteLeft();
        assertThat(left).doesNotExist();
        assertThat(other).exists();
        Files.delete(other);
    }

    @Test
    void what_goes_on_is_said_in_words() {
        assertThat(Lesson.goesOn("[17 с] органы власти").outcome()).containsExactly("органы власти, прошло 17 с");
    }

    @Test
    void a_lesson_that_cannot_be_given_says_why_and_replaces_nothing() throws Exception {
        assertThat(models.inTurn(this::lesson))
                .contains(new Lesson(Lesson.State.FAILED, List.of("Обучение уже идёт: дождитесь его конца.")));
        assertThat(models.versions(Models.Kind.TOPICS)).isEmpty();
        assertThat(page(get("/admin/models"), centre(Role.ADMINISTRATOR)))
                .contains("Обучение не удалось", "Обучение уже идёт", "правила и словари");
    }

    @Test
    void a_topic_is_taught_by_its_title_and_an_exclusion_for_its_ground_is_taught_too() throws Exception {
        decide(3, Importance.ELEVATED);
        exclude("ненормативное", Ground.OBSCENE);
        exclude("купите слона", Ground.ADVERTISING);
        assertThat(rows.tellTone(1)).isTrue();
        assertThat(rows.tellTone(2)).isFalse();
        var taught = new StringWriter();
        try (var csv = CsvWriter.builder().build(taught)) {
            assertThat(rows.write(csv)).isEqualTo(5);
        }
        assertThat(taught.toString().lines())
                .hasSize(5)
                .contains("ненормативное,,,1,,", "купите слона,,,0,0,")
                .anyMatch(l ->
                        l.contains(",Ямы и выбоины,министерство дорожного хозяйства") && l.endsWith(",0,1,ELEVATED"));
    }

    private boolean asks(String text) {
        return detection.assess(text, Optional.empty()).response().need().isAnswered();
    }

    private String model() {
        return detection.assess("глокая куздра", Optional.empty()).model().orElseThrow();
    }

    /** Decided in turn: a matter, its topic, its authority. */
    private void decide(int count) {
        decide(count, Importance.ORDINARY);
    }

    private void decide(int count, Importance importance) {
        int roads = authorities.find("roads-ministry").orElseThrow().id();
        int housing = authorities.find("housing-ministry").orElseThrow().id();
        for (int i = 0; i < count; i++) {
            int matter = i % MATTERS.length;
            var assessment = new Assessment(TOPICS[matter], null, importance, true);
            done(
                    received("У дома " + i + " снова " + MATTERS[matter]),
                    new Command.Route(matter == 0 ? roads : housing, List.of(), null, assessment),
                    OPERATOR);
        }
    }

    private void exclude(String text, Ground ground) {
        done(received(text), new Command.Exclude(ground, "по пункту 22"), OPERATOR);
    }

    private long received(String text) {
        var message = new NewMessage(
                "lessons",
                "t",
                getClass() + "." + System.identityHashCode(this) + "." + next++,
                null,
                null,
                null,
                text,
                null,
                List.of(),
                null);
        return incidents
                .receive(
                        message,
                        new Assessment(null, null, Importance.ORDINARY, false),
                        json.writeValueAsString(detection.assess(text, Optional.empty())))
                .incident();
    }

    private Lesson lesson() {
        var end = new CountDownLatch(1);
        assertThat(lessons.start(end::countDown)).isTrue();
        assertThat(lessons.start()).as("while one goes on").isFalse();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return lessons.last().orElseThrow();
    }
}
