package ru.otklik.detection.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoiseTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ADVERTISING | Заработок от 5000 в день, пишите в лс https://t.me/rabota
            ADVERTISING | Натяжные потолки недорого! Бесплатный замер, звоните прямо сейчас
            ADVERTISING | Займ онлайн без отказа, переходи по ссылке
            ADVERTISING | Кредит без отказа, с любой кредитной историей, пишите в вотсап
            ADVERTISING | Потомственная гадалка снимет порчу, вернёт любимого. Звоните 8 900 111-22-33
            ADVERTISING | Продаю мёд свой, 3 литра 2500 руб, доставка по городу
            ADVERTISING | Сдам 1-комнатную квартиру в центре, собственник, тел. 8-918-000-00-00
            ADVERTISING | Ремонт холодильников на дому, выезд мастера бесплатно
            ADVERTISING | Инвестируй в биткоин, гарантированный доход 10% в неделю
            ADVERTISING | Клининговая компания: уборка квартир, химчистка диванов. Звоните!
            ADVERTISING | Подписывайся на наш телеграм канал, там все новости первыми!
            ADVERTISING | Поможем списать долги по кредитам законно, бесплатная консультация
            FLOOD | позор позор позор позор позор позор позор позор позор позор позор позор позор
            FLOOD | 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥
            FOREIGN | When will you finally repair the road near the school?
            FOREIGN | Коли вже відремонтують дорогу біля школи, скільки можна чекати її
            FOREIGN | متى ستصلحون الطريق قرب المدرسة
            """)
    void what_is_no_message_to_an_authority_is_named_with_its_signs(Screen screen, String message) {
        Screening screening = FIRST.assess(message, Optional.empty()).screening();
        assertThat(screening.screen()).isEqualTo(screen);
        assertThat(screening.words()).isNotEmpty();
        assertThat(screen.excludes()).isEqualTo(screen != Screen.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Снимите рекламу казино с остановки, прошу принять меры",
                "Во дворе продают арбузы, куплю ли я там воду?",
                "Акции управляющей компании проданы, дом без ремонта",
                "Нет, нет и нет: воды нет, света нет, газа нет, врача нет, дорог нет",
                "Wi-Fi в школе не работает, Rostelecom молчит, сайт gosuslugi.ru не открывается",
                "звонят из банка, предлагают кредит, надоели, номер 8-800-000-00-00",
                "всё обклеили рекламой займов, уберите объявления с остановки",
                "рынок закрыли, где людям продавать мёд и покупать картошку",
                "взяли кредит на квартиру в новостройке, стройка стоит",
                "на рынке продают тухлое мясо по 500 руб",
                "платная парковка 100 рублей в час, кто придумал",
                "в магазине скидка 50% обман, колбаса просрочена",
                "Ок",
                "👍"
            })
    void a_complaint_is_no_noise(String message) {
        assertThat(FIRST.assess(message, Optional.empty()).screening().screen()).isEqualTo(Screen.CLEAN);
    }

    @Test
    void bad_input_is_quick_and_clear() {
        byte[] bytes = new byte[500_000];
        new Random(4).nextBytes(bytes);
        String[] bad = {
            "",
            " \n\t",
            "🔥",
            "\u0000\u0001\uFFFF\uD800",
            new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1),
            "яма на дороге ".repeat(80_000),
            "а".repeat(1_000_000),
            "<div>".repeat(200_000),
            "х*".repeat(500_000),
            "a.".repeat(500_000),
            "б л я ".repeat(160_000),
            "ул. ".repeat(250_000)
        };
        for (String text : bad) {
            String start = text.substring(0, Math.min(10, text.length()));
            assertTimeout(Duration.ofSeconds(10), () -> FIRST.assess(text, Optional.empty()), start);
        }
        assertThat(FIRST.assess("", Optional.empty()).screening().screen()).isEqualTo(Screen.CLEAN);
        assertThat(FIRST.assess("", Optional.empty()).places()).isEmpty();
    }
}
