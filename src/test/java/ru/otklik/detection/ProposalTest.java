package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.Need;
import ru.otklik.detection.Proposal.Response;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProposalTest {

    private static final List<String> WORDS = List.of("ахаха");

    @Test
    void what_the_lists_and_the_model_agree_on_stays_with_its_reasons() {
        assertThat(listed(Need.QUESTION).told(0.8, () -> WORDS))
                .isEqualTo(new Response(Need.QUESTION, 0.8, List.of("когда")));
        assertThat(listed(Need.THANKS).told(0.1, () -> WORDS))
                .isEqualTo(new Response(Need.THANKS, 0.9, List.of("когда")));
    }

    @Test
    void a_model_that_is_sure_turns_what_the_lists_say() {
        assertThat(listed(Need.QUESTION).told(0.05, () -> WORDS).need()).isEqualTo(Need.OPINION);
        assertThat(listed(Need.THANKS).told(0.9, () -> WORDS).need()).isEqualTo(Need.COMPLAINT);
    }

    @Test
    void the_words_of_a_model_are_the_reasons_where_it_turned_the_lists_or_they_had_none() {
        assertThat(listed(Need.QUESTION).told(0.05, () -> WORDS).because())
                .containsExactly("ахаха", "похоже на решённые раньше");
        assertThat(listed(Need.QUESTION).told(0.9, () -> WORDS).because()).containsExactly("когда");
        assertThat(new Response(Need.COMPLAINT, 0.6, List.of())
                        .told(0.9, () -> WORDS)
                        .because())
                .isEqualTo(WORDS);
    }

    @Test
    void a_matter_asks_for_something_or_is_about_a_topic() {
        List<Guess> topics = List.of(new Guess("roads", "Дороги", 0.5, List.of()));
        assertThat(new Response(Need.COMPLAINT, 0.6, List.of()).matter(topics)).isEqualTo(0.8);
        assertThat(new Response(Need.OPINION, 0.75, List.of()).matter(List.of()))
                .isEqualTo(0.25);
        assertThat(new Response(Need.DANGER, 0.9, List.of()).matter(List.of())).isEqualTo(1);
    }

    @Test
    void in_doubt_it_stays_as_the_lists_say_and_a_danger_always_waits() {
        assertThat(listed(Need.QUESTION).told(0.2, () -> WORDS).need()).isEqualTo(Need.QUESTION);
        assertThat(listed(Need.THANKS).told(0.3, () -> WORDS).need()).isEqualTo(Need.THANKS);
        assertThat(listed(Need.DANGER).told(0.01, () -> WORDS)).isEqualTo(listed(Need.DANGER));
    }

    @Test
    void a_screen_of_before_says_nothing_of_how_sure_it_is() {
        var old = JsonMapper.shared()
                .readValue("{\"screen\": \"INSULT\", \"words\": [\"идиоты\"]}", Proposal.Screening.class);
        assertThat(old.share()).isEmpty();
        assertThat(old.words()).containsExactly("идиоты");
        assertThat(old.excludes()).as("as it was proposed then").isTrue();
    }

    private static Response listed(Need need) {
        return new Response(need, 0.6, List.of("когда"));
    }
}
