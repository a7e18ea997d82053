package ru.otklik.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.desk.words.Highlights.Piece;
import ru.otklik.detection.Proposal;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.Proposal.Screening;
import ru.otklik.regulation.Importance;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HighlightsTest {

    @Test
    void the_words_that_weighed_are_marked_and_the_text_stays_whole() {
        String text = "Ямы на дороге, Ямы!\nВ Ипатово дети падают. Ямщик <b>";
        var pieces = Highlights.of(text, proposal());
        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(pieces)
                .filteredOn(p -> p.kind() != null)
                .extracting(p -> p.text() + " " + p.kind())
                .containsExactly("Ямы TOPIC", "Ямы TOPIC", "Ипатово PLACE", "дети IMPORTANCE");
    }

    @Test
    void what_asks_for_an_answer_is_marked_unless_it_weighed_elsewhere() {
        assertThat(Highlights.of("Когда закроют ямы", proposal()))
                .containsExactly(
                        new Piece("Когда", Highlights.Kind.RESPONSE),
                        new Piece(" закроют ", null),
                        new Piece("ямы", Highlights.Kind.TOPIC),
                        new Piece("", null));
    }

    @Test
    void a_reason_that_is_no_quotation_marks_nothing() {
        assertThat(Highlights.of("место хорошее", proposal()))
                .as("«место источника» is no word of the message")
                .containsExactly(new Piece("место хорошее", null));
    }

    @Test
    void without_a_proposal_the_text_is_one_piece() {
        assertThat(Highlights.of("", null)).containsExactly(new Piece("", null));
        assertThat(Highlights.of("Ямы", null)).containsExactly(new Piece("Ямы", null));
    }

    private static Proposal proposal() {
        return new Proposal(
                List.of(new Guess("roads.potholes", "Ямы", 0.9, List.of("ямы"))),
                List.of(new PlaceGuess(
                        "ipatovo",
                        "Ипатово",
                        "ipatovo",
                        "Ипатовский",
                        Optional.empty(),
                        1,
                        List.of("Ипатово", "место источника"))),
                Importance.ELEVATED,
                List.of(),
                List.of("уязвимые люди («дети»)", "затронуто около 7 чел."),
                new Screening(Screen.CLEAN, List.of(), Optional.of(0.98)),
                List.of(),
                new Proposal.Response(Proposal.Need.COMPLAINT, 1, List.of("когда", "похоже на решённые раньше")),
                Optional.empty(),
                Optional.empty());
    }
}
