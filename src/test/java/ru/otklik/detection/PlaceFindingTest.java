package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlaceFindingTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Михайловск | В Михайловске опять нет воды
            Кочубеевское | Автобус из Кочубеевского не пришёл
            Минеральные Воды | В Минеральных Водах закрыли рынок
            Курская | Живём в станице Курской
            Китаевское | с. Китаевское, улица без света
            Ставрополь | Пробки в Ставрополе
            Ессентуки | в ессентуках не чистят снег
            Пятигорск | Спасибо Пятигорску за парк
            Невинномысск | В Невинке снова запах
            Кисловодск | Кисляк без отопления
            Шпаковский муниципальный округ | Шпаковский округ, дорога разбита
            Шпаковский муниципальный округ | в Шпаковском районе не убирают мусор
            Шпаковский муниципальный округ | Глава Шпаковского не отвечает
            Минеральные Воды | Минводы, нет воды
            Минеральные Воды | Летели через Мин-Воды
            Курский муниципальный округ | Курский р-н Ставропольского края
            Кировский муниципальный округ | Кировский округ, село без врача
            Мирный | п. Мирный Предгорного округа
            Садовое | с. Садовое Арзгирского района
            Лермонтов | в Лермонтове дорога разбита
            Надежда | село Надежда, нет автобуса
            Благодарный | г.Благодарный, ул. Мира
            Благодарный | В Благодарном не работает фонтан
            Ессентукская | ст-ца Ессентукская
            Солнечнодольск | п. Солнечнодольск
            Рыздвяный | жители Рыздвяного просят
            Зеленокумск | В Зеленокумске на Советской темно
            Георгиевск | В ГЕОРГИЕВСКЕ НЕТ СВЕТА
            Ставрополь | Ленинский район Ставрополя, двор без света
            Донское | В Донском не работает почта
            Ипатово | Из Ипатово не уехать
            Первомайское | в Первомайском Ипатовского округа
            Грачёвка | в Грачевке нет интернета
            Светлоград | Светлоградская поликлиника без терапевта
            Георгиевск | Георгиевский МФЦ работает до обеда
            Зеленокумск | зеленокумцы, у кого есть вода?
            Кисловодск | Киловодск, Кислвоодск, кисловдск: как ни пиши, а света нет
            Заветное | село Заветное под Невинномысском
            Покойное | В Покойном на рынке свалка
            Шпаковский муниципальный округ | Шпаковская ЦРБ, очередь с шести утра
            Советская | станица Советская, Кировский округ
            """)
    void a_place_is_found_in_any_form(String title, String message) {
        List<Proposal.PlaceGuess> places =
                FIRST.assess(message, Optional.empty()).places();
        assertThat(places).extracting(Proposal.PlaceGuess::title).containsExactly(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Депутат Михайлов обещал",
                "Георгиевская ленточка на машине, а во дворе темно",
                "Пью Ессентуки 17 третий день",
                "Родом из Ставрополя-на-Волге",
                "Живём в Нефтекамске, Башкирия",
                "До Михайловки сорок минут, до Георгиевки час",
                "Встаём с шести утра",
                "Александров приезжал вчера",
                "Светлое будущее нас ждёт",
                "Дружба дружбой, а служба службой",
                "Победа будет за нами, мирный договор",
                "яма на Садовой и по Садовой",
                "Подгорная улица без света",
                "ул. Ставропольская, 5",
                "улица Минераловодская",
                "построено в советский период",
                "в Советском Союзе такого не было",
                "Курская область",
                "мы из Курской области",
                "Кировский завод",
                "благодарный вам пациент",
                "живём в надежде на лучшее",
                "Надежда Петровна сказала",
                "Ипатова Мария Ивановна",
                "улица Лермонтова",
                "Лермонтов писал стихи",
                "в парке Победы темно",
                "Ставропольский край",
                "в Ставропольском крае",
                "весёлый праздник в новом доме",
                "Красное знамя"
            })
    void a_word_that_only_looks_like_a_place_is_none(String message) {
        assertThat(FIRST.assess(message, Optional.empty()).places()).isEmpty();
    }

    @Test
    void places_of_one_name_stay_a_choice() {
        Proposal proposal = FIRST.assess("в посёлке Мирном нет газа", Optional.empty());
        assertThat(proposal.places())
                .extracting(Proposal.PlaceGuess::territory)
                .containsExactlyInAnyOrder("kursky", "mineralovodsky", "predgorny");
        assertThat(proposal.place()).isEmpty();
    }

    @Test
    void the_source_helps_to_choose_but_does_not_decide() {
        List<Proposal.PlaceGuess> places = FIRST.assess("в посёлке Мирном нет газа", Optional.of("predgorny"))
                .places();
        assertThat(places).hasSize(3);
        assertThat(places.get(0).territory()).isEqualTo("predgorny");
        assertThat(places.get(0).because()).contains("место источника");
    }

    @Test
    void the_source_stands_in_when_nothing_is_named() {
        Proposal proposal = FIRST.assess("Нет воды", Optional.of("shpakovsky.mikhaylovsk"));
        assertThat(proposal.place()).hasValueSatisfying(p -> {
            assertThat(p.title()).isEqualTo("Михайловск");
            assertThat(p.share()).isLessThan(1);
        });
        assertThat(FIRST.assess("Нет воды", Optional.of("atlantis")).places()).isEmpty();
    }

    @Test
    void the_waters_of_the_caucasus_are_several_territories() {
        assertThat(FIRST.assess("на КМВ всё дорожает", Optional.empty()).places())
                .hasSizeGreaterThan(5);
        assertThat(FIRST.assess("Кавказские Минеральные Воды", Optional.empty()).places())
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_settlement_names_its_territory_too() {
        Proposal.PlaceGuess place =
                FIRST.assess("В Михайловске яма", Optional.empty()).place().orElseThrow();
        assertThat(place.territory()).isEqualTo("shpakovsky");
        assertThat(place.settlement()).contains("shpakovsky.mikhaylovsk");
    }

    @Test
    void two_districts_are_two_places() {
        assertThat(FIRST.assess("в Курском и Степновском районах", Optional.empty())
                        .places())
                .extracting(Proposal.PlaceGuess::territory)
                .containsExactlyInAnyOrder("kursky", "stepnovsky");
    }
}
