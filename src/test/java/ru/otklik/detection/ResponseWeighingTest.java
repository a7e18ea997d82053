package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.detection.Proposal.Need;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResponseWeighingTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DANGER | В подъезде сильно пахнет газом
            DANGER | У школы лежит оголённый провод, дети рядом
            COMPLAINT | Третий день нет воды, водоканал не отвечает
            COMPLAINT | Сколько можно терпеть эту свалку, безобразие
            COMPLAINT | Автобус опять не пришёл, надоело
            REQUEST | Прошу отремонтировать дорогу на Садовой
            REQUEST | Помогите, пожалуйста, разберитесь с управляющей. Заранее спасибо
            REQUEST | Почините качели на площадке
            QUESTION | Подскажите, куда обратиться за справкой?
            QUESTION | Можно ли записать ребёнка в сад летом?
            THANKS | Спасибо за новый тротуар, очень приятно
            THANKS | Выражаем благодарность дорожникам, молодцы
            OPINION | Считаю, что парк стал хуже, имхо
            OPINION | Полностью согласен, поживём — увидим
            ARGUMENT | А вы сами виноваты, хватит ныть
            ARGUMENT | @ivan_petrov вы не правы, не выдумывайте
            OPINION | 👍
            THANKS | Низкий поклон бригаде скорой, вытащили маму с того света
            THANKS | С юбилеем, родная больница! Крепкого здоровья всем врачам
            THANKS | Побольше бы таких участковых, золотой человек
            THANKS | Парк похорошел, глаз радуется, одно удовольствие гулять
            OPINION | Вечная память нашему земляку, царствие небесное
            OPINION | В Доме культуры состоялся концерт, приняли участие дети, подробнее на сайте
            OPINION | МЧС предупреждает: ожидается гроза, будьте внимательны
            OPINION | Господи, спаси и сохрани наших ребят, молимся за вас
            OPINION | Ахахах, насмешили, шутка дня
            OPINION | Доброе утро, земляки! Погодка сегодня, всем хорошего дня
            OPINION | Плюсую, верно сказано
            ARGUMENT | Хватит жаловаться, возьмите лопату и почистите
            ARGUMENT | не нойте, вам всё не так
            COMPLAINT | Воду дали, но к сожалению опять грязную, течёт ржавая
            COMPLAINT | Так и не починили подъездную дверь
            COMPLAINT | Треснутый люк у магазина
            COMPLAINT | Красота какая: бурьян выше забора, гнилой столб и грязь
            REQUEST | Спасибо за фонарь, но просим повесить и второй, прошу ответить
            """)
    void what_the_author_wants_decides_whether_an_answer_is_due(Need need, String message) {
        Proposal.Response response = FIRST.assess(message, Optional.empty()).response();
        assertThat(response.need()).as(response.toString()).isEqualTo(need);
        assertThat(response.because()).isNotEmpty();
        assertThat(response.share()).as("no surer than the lists were right").isBetween(0.0, 0.92);
    }

    @Test
    void a_long_text_that_no_list_knows_is_rather_a_matter() {
        assertThat(FIRST.assess(
                                "Наш сосед Пётр держит трактор прямо под окнами и заводит его каждое утро",
                                Optional.empty())
                        .response()
                        .need()
                        .isAnswered())
                .isTrue();
    }

    @Test
    void a_proposal_of_an_older_version_is_still_read() {
        String old = """
                {"topics":[],"places":[],"importance":"ORDINARY","importanceReasons":[],
                 "screening":{"screen":"CLEAN","words":[]},"authorities":[]}
                """;
        Proposal read = JsonMapper.builder().build().readValue(old, Proposal.class);
        assertThat(read.response().need().isAnswered()).isTrue();
        assertThat(read.response().share()).isZero();
        assertThat(read.address()).isEmpty();
        assertThat(read.importanceShares()).isEmpty();
    }

    @Test
    void a_proposal_comes_back_from_json_as_it_was() {
        JsonMapper json = JsonMapper.builder().build();
        Proposal proposal = FIRST.assess("В Михайловске на ул. Мира, д. 5 нет воды", Optional.empty());
        assertThat(json.readValue(json.writeValueAsString(proposal), Proposal.class))
                .isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ул. Мира, д. 5 | В Михайловске на ул. Мира, д. 5 нет воды
            проспект Карла Маркса 63 | Ставрополь, проспект Карла Маркса 63, лифт стоит
            ул. 50 лет Октября 12а | темно на ул. 50 лет Октября 12а
            Пушкина 15 | Яма на Пушкина 15 у аптеки
            улице Садовой | на улице Садовой темно
            """)
    void the_street_and_the_house_are_kept_as_written(String address, String message) {
        assertThat(FIRST.assess(message, Optional.empty()).address()).contains(address);
    }

    @Test
    void without_a_street_there_is_no_address() {
        assertThat(FIRST.assess("На 5 этаже холодно, по Ставрополю гололёд", Optional.empty())
                        .address())
                .isEmpty();
    }
}
