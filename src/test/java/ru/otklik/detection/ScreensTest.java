package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScreensTest {

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
    void what_is_not_worked_on_is_named_with_its_words(Proposal.Screen screen, String message) {
        Proposal.Screening screening = FIRST.assess(message, Optional.empty()).screening();
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
                .isEqualTo(new Proposal.Screening(Proposal.Screen.CLEAN, java.util.List.of()));
    }
}
