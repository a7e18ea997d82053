package ru.otklik.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import ru.otklik.database.OtklikTest;

@OtklikTest(properties = "otklik.demo=true")
@Import(Told.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimilarAnswersTest {

    private static final String ASKED = "Когда починят яму на улице Мира у школы?";

    @Autowired
    Told told;

    @Autowired
    SimilarAnswers answers;

    String topic;
    int lead;

    @BeforeEach
    void a_topic_of_its_own() {
        topic = Told.aTopic();
        lead = told.authority(0);
    }

    @Test
    void the_answer_to_the_nearest_message_comes_first_whatever_the_forms_of_its_words() {
        long far = told.answer(told.told("anna", "Починят ли фонарь во дворе?", topic), lead, "Фонарь заменят.");
        long near = told.answer(told.told("boris", "Глубокие ЯМЫ возле школы", topic), lead, "Яму заделают.");
        told.answer(told.told("vera", "Автобус не приходит", topic), lead, "Добавим рейс.");
        told.heard();
        assertThat(answers.list(0, ASKED, topic, told.executor(lead)))
                .extracting(SimilarAnswers.Similar::incident)
                .containsExactly(near, far);
    }

    @Test
    void a_text_given_to_many_stands_once_and_is_worn_whomever_it_greets() {
        for (int i = 0; i < 5; i++) {
            String answer = "Здравствуйте, житель " + i + "! Ваше сообщение принято к сведению.";
            told.answer(told.told("a" + i, "Яма у школы " + i, topic), lead, answer);
        }
        told.answer(told.told("b", "Яма у школы и у сада", topic), lead, "Здравствуйте! Яму заделают в мае.");
        told.heard();
        var found = answers.list(0, ASKED, topic, told.executor(lead));
        assertThat(found).extracting(SimilarAnswers.Similar::times).containsExactlyInAnyOrder(5, 1);
        assertThat(found)
                .filteredOn(answers::isWorn)
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("принято к сведению"));
    }

    @Test
    void another_authority_gets_nothing_and_what_is_not_published_is_no_answer() {
        long mine = told.answer(told.told("anna", "Яма у школы", topic), lead, "Яму заделают.");
        long open = told.route(told.told("boris", "Яма у школы", topic), lead);
        told.heard();
        var stranger = told.executor(told.authority(1));
        assertThat(answers.list(0, ASKED, topic, stranger)).isEmpty();
        assertThat(answers.text(mine, stranger)).isEmpty();
        assertThat(answers.text(open, told.executor(lead))).isEmpty();
        assertThat(answers.text(mine, told.executor(lead))).contains("Яму заделают.");
    }

    @Test
    void a_message_without_words_asks_for_nothing() {
        assertThat(answers.list(0, "🔥 !!! ' | & :*", topic, told.executor(lead)))
                .isEmpty();
    }
}
