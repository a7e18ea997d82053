package ru.otklik.detection.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NearDuplicatesTest {

    private static final String PIT =
            "На улице Мира возле дома 15 огромная яма, машины ломают подвеску, дети обходят её по проезжей части";
    private static final String[] WORDS =
            ("вода свет дорога яма мусор двор школа больница автобус остановка фонарь люк снег"
                            + " крыша подъезд лифт парк собака дерево тротуар рынок газ тариф очередь врач садик площадка река")
                    .split(" ");

    private final NearDuplicates heard = NearDuplicates.remembering(20_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "На улице Мира возле дома 15 огромная яма, машины ломают подвеску, дети обходят её по проезжей части",
                "Здравствуйте! НА УЛИЦЕ МИРА возле дома 15 огромная яма!!! Машины ломают подвеску, дети обходят ее по"
                        + " проезжей части",
                "На улице Мира возле дома 15 агромная яма, машины ломают подвезку, дети обходят её по проезжей части",
                "На улице Мира возле дома 15 огромная яма, машины ломают подвеску, дети обходят её",
                "На улице Мира огромная яма возле дома 15, машины ломают подвеску, дети обходят её по проезжей части"
            })
    void a_copy_and_an_edited_copy_are_found(String text) {
        heard.add(7, PIT);
        heard.add(8, "Во дворе на Ленина третий день не вывозят мусор, контейнеры переполнены");
        assertThat(heard.find(text, 0.5, 5)).extracting(NearDuplicates.Near::id).containsExactly(7L);
    }

    @Test
    void another_matter_in_the_same_words_is_no_copy() {
        heard.add(7, PIT);
        assertThat(heard.find("На улице Мира возле дома 15 не горит фонарь, вечером темно", 0.5, 5))
                .isEmpty();
        assertThat(heard.find("Здравствуйте, добрый день!", 0.5, 5)).isEmpty();
    }

    @Test
    void the_most_alike_comes_first() {
        heard.add(1, PIT + ". Прошу принять меры и ответить мне письменно в установленный законом срок");
        heard.add(2, PIT);
        assertThat(heard.find(PIT, 0.4, 5)).extracting(NearDuplicates.Near::id).containsExactly(2L, 1L);
        assertThat(heard.find(PIT, 0.4, 1)).hasSize(1);
    }

    @Test
    void what_has_no_letter_is_not_remembered() {
        heard.add(1, "");
        heard.add(2, "🔥🔥🔥 !!!");
        heard.add(3, "\u0000\u0001\uFFFD");
        assertThat(heard.size()).isZero();
        assertThat(heard.find("🔥", 0.5, 5)).isEmpty();
    }

    @Test
    void a_megabyte_is_a_message_too() {
        String long_ = "вода и свет ".repeat(90_000);
        heard.add(1, long_);
        assertThat(heard.find(long_, 0.9, 1)).hasSize(1);
    }

    @Test
    void the_oldest_is_forgotten_when_it_is_full() {
        NearDuplicates small = NearDuplicates.remembering(1);
        int capacity = 1 << 10;
        small.add(1, PIT);
        Random random = new Random(11);
        for (int i = 2; i <= capacity; i++) {
            small.add(i, message(random));
        }
        assertThat(small.find(PIT, 0.9, 1)).hasSize(1);
        small.add(capacity + 1, message(random));
        assertThat(small.find(PIT, 0.9, 1)).isEmpty();
        assertThat(small.size()).isEqualTo(capacity);
    }

    @Test
    void a_text_copied_by_thousands_is_found_by_its_newest_copies() {
        for (int i = 1; i <= 5_000; i++) {
            heard.add(i, PIT);
        }
        List<NearDuplicates.Near> found = heard.find(PIT, 0.9, 3);
        assertThat(found).extracting(NearDuplicates.Near::id).containsExactly(5_000L, 4_999L, 4_998L);
    }

    @Test
    void of_a_thousand_edited_copies_nearly_all_are_found() {
        Random random = new Random(753);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            texts.add(message(random));
            heard.add(i, texts.get(i));
        }
        int found = 0;
        int strangers = 0;
        for (int i = 0; i < 1_000; i++) {
            int which = random.nextInt(texts.size());
            List<NearDuplicates.Near> near = heard.find(edited(texts.get(which), random), 0.5, 3);
            found += near.stream().anyMatch(n -> n.id() == which) ? 1 : 0;
            strangers += (int) near.stream().filter(n -> n.id() != which).count();
        }
        assertThat(found).as("seed 753").isGreaterThanOrEqualTo(950);
        assertThat(strangers).as("seed 753").isLessThanOrEqualTo(20);
    }

    @Test
    void a_capacity_has_to_be_sensible() {
        assertThatThrownBy(() -> NearDuplicates.remembering(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String message(Random random) {
        StringBuilder out = new StringBuilder();
        int words = 12 + random.nextInt(20);
        for (int i = 0; i < words; i++) {
            out.append(WORDS[random.nextInt(WORDS.length)])
                    .append(random.nextInt(90))
                    .append(' ');
        }
        return out.toString();
    }

    private static String edited(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < 2; i++) {
            out.setCharAt(random.nextInt(out.length()), 'ъ');
        }
        out.setLength(out.length() - random.nextInt(out.length() / 6));
        return "Добрый день! " + out;
    }
}
