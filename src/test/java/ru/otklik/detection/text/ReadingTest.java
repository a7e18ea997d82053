package ru.otklik.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            вода течет | ВОДА течёт
            мы ждем | мы&nbsp;<b>ждём</b>
            дорога | дopoгa
            нееет нет | нееет нет
            ужас | ужаааааас
            """)
    void words_are_put_right(String plain, String written) {
        String expected = plain.replace("нееет", "нет");
        assertThat(plain(Reading.of(written))).isEqualTo(expected);
    }

    @Test
    void links_mentions_and_hashtags_are_no_words() {
        Reading reading = Reading.of("[id15|Иван], смотрите https://vk.com/wall-1_2?w=яма и @gorod_live: "
                + "#МинеральныеВоды #ямы@club1 пишите на a.b@mail.ru или example.ru/a 🔥🔥");
        assertThat(plain(reading)).isEqualTo("смотрите и пишите на или");
        Features features = reading.features();
        assertThat(features.links()).containsExactly("https://vk.com/wall-1_2?w=яма", "a.b@mail.ru", "example.ru/a");
        assertThat(features.mentions()).containsExactly("Иван", "gorod_live");
        assertThat(features.hashtags()).containsExactly("МинеральныеВоды", "ямы");
        assertThat(features.emoji()).isEqualTo(2);
        assertThat(features.hashtagWords()).extracting(Word::plain).containsExactly("минеральные", "воды", "ямы");
    }

    @Test
    void a_curse_behind_marks_stays_a_word() {
        assertThat(Reading.of("х*й, бл@дь").words()).hasSize(2);
        assertThat(Reading.of("х*й, бл@дь").features().mentions()).isEmpty();
    }

    @Test
    void nothing_is_read_from_nothing() {
        assertThat(Reading.of("")).isEqualTo(new Reading(List.of(), new Features(List.of(), List.of(), List.of(), 0)));
    }

    private static String plain(Reading reading) {
        return String.join(" ", reading.words().stream().map(Word::plain).toList());
    }
}
