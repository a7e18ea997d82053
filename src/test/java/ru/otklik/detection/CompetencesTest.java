package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.KnownAuthorities.Body;
import ru.otklik.detection.KnownAuthorities.Precedent;
import ru.otklik.detection.Proposal.Guess;
import ru.otklik.detection.Proposal.PlaceGuess;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompetencesTest {

    private static final Body MINISTRY =
            new Body("ministry", "министерство", Map.of("roads", List.of(""), "roads.bridges", List.of("north")));
    private static final Body NORTH = new Body("north", "север", Map.of("roads.holes", List.of("north")));
    private static final Body SOUTH = new Body("south", "юг", Map.of("roads.holes", List.of("south")));
    private static final Body WATER = new Body("water", "водоканал", Map.of("water", List.of("")));

    private static final List<Guess> HOLES = List.of(new Guess("roads.holes", "Ямы", 1, List.of("яма")));
    private static final List<PlaceGuess> IN_NORTH = List.of(place("north", 1));

    @Test
    void the_table_prefers_the_administration_of_the_place_and_gives_the_share_of_the_topic_to_all() {
        List<Guess> likely = List.of(new Guess("roads.holes", "Ямы", 0.5, List.of("яма")));
        var proposed = competences().propose(likely, IN_NORTH, List.of(), Set.of());
        assertThat(proposed).extracting(Guess::code).containsExactly("north", "ministry");
        assertThat(proposed.get(0).because()).containsExactly("тема: Ямы", "место: north");
        assertThat(proposed.stream().mapToDouble(Guess::share).sum()).isEqualTo(0.5);
    }

    @Test
    void a_line_may_give_a_body_of_the_region_one_territory_only() {
        List<Guess> bridges = List.of(new Guess("roads.bridges", "Мосты", 1, List.of()));
        var there = competences().byTable(bridges.get(0), IN_NORTH, Set.of());
        assertThat(there.get(0).because()).contains("место: north");
        var elsewhere = competences().byTable(bridges.get(0), List.of(place("south", 1)), Set.of());
        assertThat(elsewhere.get(0).because()).containsExactly("тема: Мосты");
    }

    @Test
    void what_people_decided_outweighs_the_table_and_says_how_often() {
        var proposed = competences(new Precedent("water", 12), new Precedent("north", 2))
                .propose(HOLES, IN_NORTH, List.of(), Set.of());
        assertThat(proposed).extracting(Guess::code).containsExactly("water", "north", "ministry");
        assertThat(proposed.get(0).because()).containsExactly("так направляли: 12 из 14");
        assertThat(proposed.get(1).because()).containsExactly("тема: Ямы", "место: north", "так направляли: 2 из 14");
    }

    @Test
    void who_returned_the_message_is_proposed_by_nobody() {
        var learned = List.of(new Guess("ministry", "министерство", 0.9, List.of("тема: Ямы")));
        var proposed = competences(new Precedent("north", 40), new Precedent("water", 1))
                .propose(HOLES, IN_NORTH, learned, Set.of("north"));
        assertThat(proposed).extracting(Guess::code).containsExactly("ministry", "water");
    }

    @Test
    void who_no_longer_works_is_not_proposed_however_often_it_was_chosen() {
        var proposed = competences(new Precedent("closed", 40)).propose(HOLES, IN_NORTH, List.of(), Set.of());
        assertThat(proposed).extracting(Guess::code).containsExactly("north", "ministry");
    }

    @Test
    void several_places_wait_for_a_person_before_the_past_of_any_of_them_counts() {
        var proposed = competences(new Precedent("water", 40))
                .propose(HOLES, List.of(place("north", 0.5), place("south", 0.5)), List.of(), Set.of());
        assertThat(proposed).extracting(Guess::code).containsExactly("north", "south", "ministry");
    }

    @Test
    void what_was_learned_counts_as_much_as_the_table() {
        var learned = List.of(new Guess("water", "водоканал", 0.9, List.of("тема: Ямы")));
        assertThat(competences().propose(HOLES, IN_NORTH, learned, Set.of()))
                .extracting(Guess::code)
                .containsExactly("water", "north", "ministry");
        assertThat(competences().propose(List.of(), IN_NORTH, learned, Set.of()))
                .as("no topic, so the table is silent")
                .isEqualTo(learned);
    }

    private static Competences competences(Precedent... precedents) {
        return new Competences(new KnownAuthorities() {
            @Override
            public List<Body> list() {
                return List.of(MINISTRY, NORTH, SOUTH, WATER);
            }

            @Override
            public List<Precedent> precedents(String topic, Optional<String> territory) {
                return Stream.of(precedents).toList();
            }
        });
    }

    private static PlaceGuess place(String territory, double share) {
        return new PlaceGuess(territory, territory, territory, territory, Optional.empty(), share, List.of());
    }
}
