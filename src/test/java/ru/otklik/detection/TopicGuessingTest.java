package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TopicGuessingTest {

    private static final FirstAssessment FIRST = FirstAssessment.ofRegion("stavropol");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            roads.potholes | На Мира такие ямы, что вчера пробил колесо
            roads.repair | Когда отремонтируют дорогу до хутора? Дорожного покрытия почти не осталось
            roads.unpaved | Улица без асфальта, после дождя месим грязь по колено, отсыпьте щебнем
            roads.lights | Светофор на перекрёстке третий день мигает жёлтым
            roads.crossings | Нарисуйте зебру, дети переходят дорогу где попало, нужен пешеходный переход
            roads.sidewalks | Тротуара нет, идём по обочине рядом с фурами
            roads.flooding | Ливнёвка забита, после каждого дождя огромная лужа
            streets.playgrounds | На детской площадке сломаны качели и горка
            streets.trees | Старый тополь вот-вот рухнет, спилите дерево
            streets.grass | Бурьян выше человека, покосите траву
            streets.hatches | Открытый люк прямо на дорожке к школе
            snow.roads | Снег выпал в субботу, а дороги не чистят до сих пор
            snow.roofs | С крыши свисают сосульки, страшно ходить
            lighting.broken | На нашей улице месяц не горят фонари
            lighting.absent | Нет освещения на Полевой, дети идут в темноте
            waste.collection | Мусор не вывозят две недели, контейнеры переполнены
            waste.dumps | В лесополосе за станицей стихийная свалка
            waste.fee | Почему я плачу за вывоз мусора за пустой дом, пришла квитанция за мусор
            heating.absent | Батареи холодные, нет отопления уже неделю
            water.absent | Второй день нет воды, водоканал трубку не берёт
            water.quality | Из крана течёт ржавая вода с запахом
            water.leaks | Прорвало трубу водопровода, вода бежит по улице
            water.sewer | Канализация течёт во двор, вонь стоит
            power.outage | Опять отключили свет во всём посёлке, сидим без света
            power.voltage | Напряжение скачет, лампочка мигает, сгорел холодильник
            gas.connection | Когда проведут газ в наш хутор по программе догазификации?
            gas.leak | В подъезде сильно пахнет газом
            housing.manager | Управляющая компания не реагирует на заявки
            housing.roofs | Крыша течёт, заливает квартиры на пятом этаже
            housing.lifts | Лифт не работает месяц, бабушка не может выйти
            tariffs.growth | Опять подняли тарифы на коммуналку
            education.places | Очередь в детский сад не двигается, нам уже три года
            education.meals | В школьной столовой детей кормят холодной кашей
            education.teachers | В школе нет учителя английского, не хватает учителей
            health.appointment | Невозможно записаться к терапевту, талонов нет
            health.shortage | В нашей амбулатории нет врача, педиатр уволился
            health.ambulance | Скорую ждали два часа, бабушке стало плохо
            health.medicines | Маме не выдают льготные лекарства, инсулин
            transport.schedule | Автобус не приходит по расписанию, ждали сорок минут
            transport.routes | Отменили маршрут в наше село, верните автобус
            animals.stray | Стая бродячих собак бросается на прохожих
            animals.disease | В хозяйстве ящур, ветеринар не едет
            social.child_benefits | Отказали в пособии на ребёнка из-за гаража
            social.orphans | Стою в очереди на жильё как сирота с 2015 года
            labour.wages | Не платят зарплату третий месяц
            land.plots | Многодетной семье не дают земельный участок
            heritage.buildings | Сносят старинный особняк, это же объект культурного наследия
            culture.houses | Сельский клуб закрыт, дом культуры разваливается
            sport.grounds | Стадион зарос, футбольное поле без ворот
            resorts.springs | В бювете нет нарзана, источник закрыт
            trade.prices | Цены в магазинах растут каждую неделю, подорожало всё
            connection.mobile | В ауле не ловит сотовая связь, нет вышки
            connection.post | Закрыли почтовое отделение, пенсию негде получить
            ecology.air | Завод травит, дышать нечем, вонь по ночам
            ecology.water | В реку сливают стоки, рыба гибнет
            ecology.fires | На полях жгут стерню, дым на весь район
            burial.cemeteries | Кладбище заросло, дорога на кладбище размыта
            military.payments | Не пришла выплата участнику СВО по контракту
            services.registry | В ЗАГС не подать заявление на свидетельство о рождении
            farming.support | Как фермеру получить грант на семейную ферму?
            """)
    void the_topic_comes_first(String code, String message) {
        Proposal proposal = FIRST.assess(message, Optional.empty());
        assertThat(proposal.topics()).isNotEmpty();
        assertThat(proposal.topics().get(0).code())
                .as(proposal.topics().toString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            social.access | Сделайте пандус у поликлиники, с коляской не заехать
            education.buildings | В школе холодно, окна старые, крыша школы протекает
            streets.cleaning | Улицы грязные, дворников не видно, мусор лежит
            streets.yards | Во дворе дома на Ленина ямы, детям негде ходить
            transport.drivers | Водитель маршрутки нахамил и высадил ребёнка
            housing.emergency | Живём в аварийном доме, когда нас переселят?
            """)
    void the_topic_is_among_the_three_shown(String code, String message) {
        assertThat(FIRST.assess(message, Optional.empty()).topics())
                .extracting(Proposal.Guess::code)
                .contains(code);
    }

    @Test
    void the_words_that_decided_are_named_as_the_citizen_wrote_them() {
        Proposal.Guess guess =
                FIRST.assess("Тут СОСУЛЬКИ с крыши!", Optional.empty()).topics().get(0);
        assertThat(guess.because()).contains("СОСУЛЬКИ");
        assertThat(guess.share()).isBetween(0.01, 1.0);
    }

    @Test
    void the_name_of_a_street_says_nothing_about_the_topic() {
        assertThat(FIRST.assess("На улице Железнодорожная не чистят снег с дороги", Optional.empty())
                        .topics())
                .extracting(Proposal.Guess::code)
                .doesNotContain("transport.trains");
    }

    @Test
    void markup_stretched_and_mixed_letters_do_not_hide_a_word() {
        String message = "<p>На&nbsp;дороге</p><p>яяяямы и кoлдoбины</p>";
        assertThat(FIRST.assess(message, Optional.empty()).topics().get(0).code())
                .isEqualTo("roads.potholes");
    }

    @Test
    void a_message_without_a_subject_gets_no_topic() {
        assertThat(FIRST.assess("Спасибо, очень приятно!", Optional.empty()).topics())
                .isEmpty();
        assertThat(FIRST.assess("", Optional.empty()).topics()).isEmpty();
    }
}
