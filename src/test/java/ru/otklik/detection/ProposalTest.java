package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.Proposal.Need;
import ru.otklik.detection.Proposal.Response;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProposalTest {

    @Test
    void what_the_lists_and_the_model_agree_on_stays_with_its_reasons() {
        assertThat(listed(Need.QUESTION).told(0.8)).isEqualTo(new Response(Need.QUESTION, 0.8, List.of("когда")));
        assertThat(listed(Need.THANKS).told(0.1)).isEqualTo(new Response(Need.THANKS, 0.9, List.of("когда")));
    }

    @Test
    void a_model_that_is_sure_turns_what_the_lists_say() {
        assertThat(listed(Need.QUESTION).told(0.05).need()).isEqualTo(Need.OPINION);
        assertThat(listed(Need.THANKS).told(0.9).need()).isEqualTo(Need.COMPLAINT);
    }

    @Test
    void in_doubt_it_stays_as_the_lists_say_and_a_danger_always_waits() {
        assertThat(listed(Need.QUESTION).told(0.2).need()).isEqualTo(Need.QUESTION);
        assertThat(listed(Need.THANKS).told(0.3).need()).isEqualTo(Need.THANKS);
        assertThat(listed(Need.DANGER).told(0.01)).isEqualTo(listed(Need.DANGER));
    }

    @Test
    void a_screen_of_before_says_nothing_of_how_sure_it_is() {
        var old = JsonMapper.shared()
                .readValue("{\"screen\": \"INSULT\", \"words\": [\"идиоты\"]}", Proposal.Screening.class);
        assertThat(old.share()).isEmpty();
        assertThat(old.words()).containsExactly("идиоты");
    }

    private static Response listed(Need need) {
        return new Response(need, 0.6, List.of("когда"));
    }
}
