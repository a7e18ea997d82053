package ru.otklik.detection.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.text.Reading;
import ru.otklik.region.Region;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreensTest {

    private static final Region REGION = Region.named("stavropol");

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OBSCENE | когда уже почините, х*й дождёшься
            OBSCENE | дороге п***ц
            OBSCENE | чо вы там 6л@ть творите
            OBSCENE | сколько можно, б л я
            OBSCENE | зaeбaли со своими отключениями
            INSULT | вы идиоты
            INSULT | дебилы-депутаты, воды нет
            INSULT | Вам не стыдно? Подонки!
            INSULT | чиновники клоуны
            INSULT | вы бараны
            THREAT | сожгу вашу администрацию
            THREAT_TO_LIFE | если не почините, я вас убью
            THREAT_TO_LIFE | Взорву вас всех
            THREAT_TO_LIFE | приеду к вам с топором
            THREAT_TO_LIFE | жить больше не хочу, покончу с собой
            OBSCENE | дороги пи3дец полный
            OBSCENE | пи здец какой холод в доме
            OBSCENE | е.баный мусор третий день
            OBSCENE | ну и ху#та, а не асфальт
            OBSCENE | за-е-ба-ли отключать
            OBSCENE | зае…ли своими ямами
            OBSCENE | blyat opyat net sveta
            OBSCENE | idi nahuy so svoim remontom
            OBSCENE | блеать, где автобус
            OBSCENE | хуууй вам, а не голоса
            INSULT | директор школы хам и скотина
            INSULT | м*азь, а не начальник
            INSULT | Участковый алкаш и дармоед, не приезжает
            INSULT | сдохните все там
            THREAT | я тебя найду
            THREAT_TO_LIFE | уб*ю вас всех
            THREAT_TO_LIFE | v3орву вас
            THREAT_TO_LIFE | приеду к вам с битой и переломаю всем руки
            THREAT_TO_LIFE | под зданием администрации заложена бомба
            THREAT_TO_LIFE | прыгну с крыши, если не дадите жильё
            THREAT_TO_LIFE | сведу счёты с жизнью, раз никому не нужна
            """)
    void what_is_not_worked_on_is_named_with_its_words(Screen screen, String message) {
        Screening screening = FIRST.assess(message, Optional.empty()).screening();
        assertThat(screening.screen()).isEqualTo(screen);
        assertThat(screening.words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Прошу не оскорблять и не употреблять, застрахуйте дом",
                "хулиганы съели мандарин, сукно и команда мандата",
                "12-й дом, 5-я линия, 3х-комнатная, в 6-м подъезде на 10м@ почта",
                "хлеб, учебник, требую себе и тебе, колебания, погреб, истребитель",
                "ребёнок, жребий, серебро, мебель, хутор, худой ухаб, Херсон, веб-камера",
                "бляшки, рубля, корабля, сабля, употребляют, оглоблей",
                "собака сука ощенилась у подъезда",
                "обрежьте сук дерева, сучки падают на машины",
                "это убьёт людей, мы все умрём",
                "убьётся ребёнок на этой горке",
                "сосед кричит, что убью тебя, полиция не едет",
                "не хочу жить рядом со свалкой",
                "прошу вас повесить объявление",
                "держите нас за идиотов",
                "бараны и козы ходят по улице, хозяин не смотрит",
                "вас просили убрать мусор, администрация молчит",
                "берег реки зарос, тупик, мусор, крысы",
                "Сделайте дорогу, пожалуйста",
                "сосед угрожает убить меня, полиция не едет",
                "разрешите сожгу сухую траву на огороде",
                "бомба замедленного действия, а не котельная",
                "я ноги переломаю на вашем тротуаре",
                "двор засран собаками, кто убирать будет",
                "остановка убогая, без крыши",
                "скотина ходит по улице, топчет огороды",
                "эти уроды-ямы никто не чинит",
                "по блату раздают места",
                "Е.Б.Лосева не принимает на приёме",
                "автобус № 5-ый, с/х техника, ул.Мира 2б, к.3",
                "подъезда!!!Данный скутер мешает, тип.здание",
                "скипидаром пахнет, мандат депутата, сучок, жребий"
            })
    void an_ordinary_complaint_is_clean(String message) {
        assertThat(FIRST.assess(message, Optional.empty()).screening())
                .isEqualTo(new Screening(Screen.CLEAN, List.of(), Optional.of(0.98)));
    }

    @Test
    void how_sure_it_is_is_how_often_people_agreed() {
        Screening before = screened("вы идиоты", 0, 0);
        assertThat(before.screen()).isEqualTo(Screen.INSULT);
        assertThat(before.share()).hasValue(0.95);
        assertThat(screened("вы идиоты", 20, 20).share().orElseThrow()).isGreaterThan(0.95);
        assertThat(screened("Нет воды", 300, 400).share().orElseThrow()).isBetween(0.25, 0.4);
    }

    @Test
    void what_people_mostly_did_not_exclude_stays_marked_but_is_no_longer_proposed() {
        Screening doubted = screened("вы идиоты", 10, 200);
        assertThat(doubted.screen()).as("so that people may change their mind").isEqualTo(Screen.INSULT);
        assertThat(doubted.words()).containsExactly("идиоты");
        assertThat(doubted.share().orElseThrow()).isBetween(0.1, 0.3);
        assertThat(doubted.excludes()).isFalse();
        assertThat(screened("вы идиоты", 0, 20).excludes())
                .as("twenty decisions are few for a whole kind")
                .isTrue();
        assertThat(screened("я вас убью", 0, 200))
                .as("a threat is always looked at")
                .satisfies(s -> assertThat(s.screen()).isEqualTo(Screen.THREAT_TO_LIFE))
                .satisfies(s -> assertThat(s.excludes()).isTrue());
    }

    @Test
    void a_model_has_the_more_to_say_the_more_it_has_seen() {
        assertThat(toned("Нет воды", 0.4, 10_000, 1).share()).hasValue(0.79);
        assertThat(toned("вы идиоты", 0.99, 10_000, 1).share()).hasValue(0.97);
        assertThat(toned("вы идиоты", 0.01, 10_000, 1).excludes())
                .as("a model that has read much does not find it rude")
                .isFalse();
        assertThat(toned("вы идиоты", 0.01, 5, 1).excludes())
                .as("it has read little")
                .isTrue();
    }

    @Test
    void a_model_alone_finds_an_insult_where_it_is_rather_one_than_a_matter() {
        assertThat(toned("Ну и морды у вас", 0.6, 10_000, 0.3))
                .isEqualTo(new Screening(Screen.INSULT, List.of("морды"), Optional.of(0.6)));
        assertThat(toned("Ну и морды у вас", 0.45, 10_000, 0.3).screen()).isEqualTo(Screen.CLEAN);
        assertThat(toned("Ну и грязь у вас", 0.9, 10_000, 0.95).screen()).isEqualTo(Screen.CLEAN);
        assertThat(toned("Ну и грязь у вас", 0.98, 10_000, 0.99).screen()).isEqualTo(Screen.INSULT);
        assertThat(toned("морды чиновничьи", 0.9, 10_000, 0.3).screen())
                .as("two words")
                .isEqualTo(Screen.CLEAN);
        assertThat(screens(0, 0)
                        .screen(
                                Reading.of("Ну и морды"),
                                "Ну и морды",
                                Optional.of(new Screens.Tone(0.9, 10_000, List.of("морды"))),
                                Optional.empty())
                        .screen())
                .as("nobody knows whether it asks for anything")
                .isEqualTo(Screen.CLEAN);
    }

    private static Screening screened(String text, int excluded, int all) {
        return screens(excluded, all).screen(Reading.of(text), text, Optional.empty(), Optional.empty());
    }

    private static Screening toned(String text, double rude, int support, double asks) {
        return screens(0, 0)
                .screen(
                        Reading.of(text),
                        text,
                        Optional.of(new Screens.Tone(rude, support, List.of("морды"))),
                        Optional.of(asks));
    }

    private static Screens screens(int excluded, int all) {
        return new Screens(new RegionFiles(REGION), decided(excluded, all));
    }

    private static PastDecisions decided(int excluded, int all) {
        return new PastDecisions() {
            @Override
            public List<ChosenPlace> places(String key) {
                return List.of();
            }

            @Override
            public Screened screened(Screen screen) {
                return new Screened(excluded, all);
            }
        };
    }
}
