package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ru.otklik.regulation.Importance.ELEVATED;
import static ru.otklik.regulation.Importance.ORDINARY;
import static ru.otklik.regulation.Importance.SIGNIFICANT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearnedImportanceTest {

    private static final Region REGION = Region.named("stavropol");
    private static final FirstAssessment RULES = FirstAssessment.of(REGION);
    private static final FirstAssessment LEARNED = FirstAssessment.of(REGION);
    /** The lists of words know nothing of what is dangerous here. */
    private static final String UNTOLD = "крышка колодца съехала, внутри темно, малышня прыгает через дыру";

    @BeforeAll
    static void learn_from_what_was_written_for_the_region() {
        new WrittenExamples(REGION, LEARNED).learn("examples");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDINARY | Во сколько открывается МФЦ в субботу?
            ORDINARY | Спасибо дорожникам, положили новый асфальт на Мира
            ORDINARY | Концерт был огонь, взорвали зал, приезжайте ещё
            ELEVATED | Лежачей маме третий месяц не дают памперсы, покупаем на пенсию
            ELEVATED | Второй месяц без зарплаты всей бригадой, начальник трубку не берёт
            SIGNIFICANT | Провод сорвало ветром, лежит в луже у садика и трещит
            SIGNIFICANT | Вызвали к деду, синел, приехали через два часа, его уже не было
            """)
    void what_was_decided_before_tells_of_the_importance(Importance importance, String message) {
        assertThat(assessed(message).importance()).isEqualTo(importance);
    }

    @Test
    void it_says_how_sure_it_is_and_which_words_decided() {
        assertThat(RULES.assess(UNTOLD, Optional.empty()).importance()).isEqualTo(ORDINARY);
        Proposal proposal = assessed(UNTOLD);
        assertThat(proposal.importance()).isGreaterThan(ORDINARY);
        assertThat(proposal.importanceShares()).hasSize(3);
        assertThat(proposal.importanceShares().stream().mapToDouble(p -> p).sum())
                .isCloseTo(1, within(0.02));
        assertThat(proposal.importanceReasons())
                .anyMatch(r -> r.matches("похоже на решённые раньше \\(«(колодца|дыру|крышка|съехала|прыгает)».*\\)"));
    }

    @Test
    void a_significant_message_is_proposed_when_it_is_likely_enough_to_be_one() {
        Proposal proposal = assessed("балкон трещит и сыплется прямо над входом, где ходят дети");
        assertThat(proposal.importance()).isEqualTo(SIGNIFICANT);
        assertThat(proposal.importanceShares().get(SIGNIFICANT.ordinal())).isGreaterThan(0.25);
    }

    @Test
    void a_message_that_many_saw_is_more_important_than_its_words() {
        String message = "Во сколько открывается МФЦ в субботу?";
        assertThat(LEARNED.assess(message, Optional.empty(), 20_000, Set.of()).importance())
                .isEqualTo(ELEVATED);
        assertThat(LEARNED.assess(message, Optional.empty(), 20_000, Set.of()).importanceReasons())
                .contains("увидели или откликнулись 20000 чел.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Прыгну с моста, достали",
                "Какая красота, а вот запах газа у подъезда",
                "Пропала бабушка, ушла утром"
            })
    void what_must_not_be_overlooked_no_model_makes_less_of(String message) {
        assertThat(assessed(message).importance()).isEqualTo(SIGNIFICANT);
    }

    @Test
    void a_model_may_make_less_of_the_rest() {
        String message = "Взрыв эмоций на концерте, спасибо";
        assertThat(RULES.assess(message, Optional.empty()).importance()).isEqualTo(ELEVATED);
        assertThat(assessed(message).importance()).isEqualTo(ORDINARY);
    }

    @Test
    void without_a_model_nothing_is_said_of_how_sure_it_is() {
        assertThat(RULES.assess(UNTOLD, Optional.empty()).importanceShares()).isEmpty();
    }

    @Test
    void a_region_whose_own_examples_say_nothing_of_importance_is_read(@TempDir Path regions) throws IOException {
        Files.createDirectory(regions.resolve("stavropol"));
        Files.writeString(
                regions.resolve("stavropol/examples.csv"), "text,topic,authority\nяма,roads.potholes,roads-ministry\n");
        Region own = Region.in(regions, "stavropol");
        var read = new WrittenExamples(own, FirstAssessment.of(own)).read();
        assertThat(read.get(0).topic()).isEqualTo("Ямы и выбоины");
        assertThat(read.get(0).importance()).isNull();
        assertThat(read).anyMatch(e -> e.importance() == SIGNIFICANT);
    }

    private static Proposal assessed(String message) {
        return LEARNED.assess(message, Optional.empty());
    }
}
