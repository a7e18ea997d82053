package ru.otklik.detection.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.PastDecisions;
import ru.otklik.detection.Proposal;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.detection.RegionFiles;
import ru.otklik.detection.models.Models;
import ru.otklik.detection.text.Reading;
import ru.otklik.region.Region;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreensTest {

    private static final Region REGION = Region.named("stavropol");

    @TempDir
    static Path noModels;

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
        Screening before = after(0, 0).screening();
        assertThat(before.share()).hasValue(0.95);
        assertThat(before.excludes()).isTrue();
        assertThat(after(20, 20).screening().share().orElseThrow()).isGreaterThan(0.95);
        Screening doubted = after(1, 20).screening();
        assertThat(doubted.screen()).as("it stays marked").isEqualTo(Screen.INSULT);
        assertThat(doubted.share().orElseThrow()).isBetween(0.1, 0.3);
        assertThat(doubted.excludes()).as("but nobody is told to exclude it").isFalse();
    }

    @Test
    void a_clean_message_is_as_sure_as_few_like_it_were_excluded() {
        var screens = screens(30, 40);
        Reading reading = Reading.of("Нет воды");
        assertThat(screens.screen(reading, "Нет воды", Optional.empty()).share().orElseThrow())
                .isBetween(0.25, 0.4);
    }

    @Test
    void a_model_has_half_the_say() {
        var screens = screens(0, 0);
        String clean = "Нет воды";
        String insult = "вы идиоты";
        assertThat(screens.screen(Reading.of(clean), clean, Optional.of(0.4)).share())
                .hasValue(0.79);
        assertThat(screens.screen(Reading.of(insult), insult, Optional.of(0.99)).share())
                .hasValue(0.97);
        Screening alone = screens.screen(Reading.of(clean), clean, Optional.of(0.98));
        assertThat(alone.screen()).isEqualTo(Screen.INSULT);
        assertThat(alone.share()).hasValue(0.98);
    }

    private static Proposal after(int excluded, int all) {
        return FirstAssessment.of(REGION, new Models(noModels), () -> List.of(), decided(excluded, all))
                .assess("вы идиоты", Optional.empty());
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
