package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.otklik.regulation.Importance.ELEVATED;
import static ru.otklik.regulation.Importance.ORDINARY;
import static ru.otklik.regulation.Importance.SIGNIFICANT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.region.Region;
import ru.otklik.regulation.Importance;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstAssessmentTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ORDINARY | Не работает фонтан в парке
            ORDINARY | Детям негде играть, сделайте площадку
            ELEVATED | Третий день нет воды, у меня грудничок
            ELEVATED | Весь посёлок без дороги
            ELEVATED | Собака покусала ребёнка
            SIGNIFICANT | Пахнет газом в подъезде
            ORDINARY | Яма на дороге у магазина, объезжаем
            ORDINARY | Лавочку в сквере сломали, почините
            ORDINARY | Чайник умер от такой воды
            ORDINARY | Высказал своё мнение о пруде
            ORDINARY | Качели скрипят на детской площадке
            ORDINARY | Свет горит днём, электричество жгут зря
            ORDINARY | Фонарь не горит третий месяц
            ELEVATED | Маме с инвалидностью не дают коляску, она лежачая
            ELEVATED | Мужа мобилизовали, выплату не дают
            ELEVATED | В селе нет педиатра полгода
            ELEVATED | Наркоманы бросают шприцы у подъезда
            ELEVATED | Воды нет пятый день, на второй этаж таскаем ведром
            SIGNIFICANT | Скорая не приехала, у отца инфаркт
            SIGNIFICANT | Пропала бабушка, ушла из дома и не вернулась
            SIGNIFICANT | Открытый люк у школы, дети обходят
            SIGNIFICANT | Столб наклонился над детским садом, вот-вот упадёт
            SIGNIFICANT | Нас топит, вода во дворах, куры плавают
            SIGNIFICANT | Весь посёлок без воды шестые сутки, дети немытые
            SIGNIFICANT | В школе нет отопления, дети сидят в куртках
            SIGNIFICANT | Воспитательница бьёт детей, на руке у дочки синяки
            SIGNIFICANT | Сосед угрожает ножом, дети боятся
            SIGNIFICANT | Оголённый провод лежит у школы
            SIGNIFICANT | 200 человек отравились, угроза жизни детей
            SIGNIFICANT | В доме обрушился потолок, жители всего дома на улице, есть пострадавшие
            """)
    void danger_and_numbers_raise_the_importance(Importance importance, String message) {
        Proposal proposal = FIRST.assess(message, Optional.empty());
        assertThat(proposal.importance())
                .as(proposal.importanceReasons().toString())
                .isEqualTo(importance);
    }

    @Test
    void importance_says_why() {
        Proposal proposal = FIRST.assess("Без света 40 домов, замерзают пенсионеры", Optional.empty());
        assertThat(proposal.importance()).isNotEqualTo(ORDINARY);
        assertThat(proposal.importanceReasons())
                .contains("затронуто около 400 чел.", "касается уязвимых людей («пенсионеры»)");
    }

    @Test
    void a_widely_seen_message_is_more_important() {
        String message = "Не работает фонтан";
        assertThat(FIRST.assess(message, Optional.empty(), 500, Set.of()).importance())
                .isEqualTo(ORDINARY);
        assertThat(FIRST.assess(message, Optional.empty(), 20_000, Set.of()).importance())
                .isEqualTo(ELEVATED);
        assertThat(FIRST.assess(message + ", весь город видел", Optional.empty(), 200_000, Set.of())
                        .importance())
                .isEqualTo(SIGNIFICANT);
    }

    @Test
    void the_administration_of_the_place_comes_before_the_ministry() {
        Proposal proposal = FIRST.assess("В Михайловске огромная яма на дороге", Optional.empty());
        assertThat(proposal.authorities())
                .extracting(Proposal.Guess::code)
                .containsExactly("shpakovsky-administration", "roads-ministry");
        assertThat(proposal.authority().orElseThrow().because()).contains("тема: Ямы и выбоины", "место: Михайловск");
    }

    @Test
    void without_a_place_the_body_of_the_region_is_proposed() {
        assertThat(FIRST.assess("Огромная яма на дороге", Optional.empty()).authority())
                .hasValueSatisfying(a -> assertThat(a.code()).isEqualTo("roads-ministry"));
    }

    @Test
    void what_no_administration_does_goes_to_the_ministry_wherever_it_is() {
        assertThat(FIRST.assess("В Михайловске не выдают льготные лекарства", Optional.empty())
                        .authority())
                .hasValueSatisfying(a -> assertThat(a.code()).isEqualTo("health-ministry"));
    }

    @Test
    void a_file_of_the_administrator_wins_over_the_one_that_comes_with_the_program(@TempDir Path regions)
            throws IOException {
        Files.createDirectory(regions.resolve("stavropol"));
        Files.writeString(regions.resolve("stavropol/topics.yml"), """
                groups:
                  - code: roads
                    title: Дороги
                    words: дорога
                    topics:
                      - {code: roads.all, title: Всё о дорогах, words: яма}
                """);
        Proposal proposal =
                FirstAssessment.of(Region.in(regions, "stavropol")).assess("В Михайловске яма", Optional.empty());
        assertThat(proposal.topic().orElseThrow().code()).isEqualTo("roads.all");
        assertThat(proposal.place()).isPresent();
    }
}
