package ru.otklik.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.otklik.detection.PastDecisions.ChosenPlace;
import ru.otklik.detection.PastDecisions.Screened;
import ru.otklik.detection.Proposal.PlaceGuess;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.models.Models;
import ru.otklik.region.Region;

/** Each decision on a place teaches what the same words stand for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChosenPlacesTest {

    private static final String MIRNY = "predgorny.mirny";

    @TempDir
    Path noModels;

    @Test
    void what_nobody_chose_stays_a_choice_of_the_rules() {
        assertThat(places("в посёлке Мирном нет газа", "Мирный"))
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.share()).isEqualTo(0.32));
    }

    @Test
    void of_places_with_one_name_the_one_that_people_chose_is_first() {
        List<PlaceGuess> places = places("в посёлке Мирном нет газа", "Мирный", chosen(MIRNY, 2));
        assertThat(places).hasSize(3).first().satisfies(p -> {
            assertThat(p.code()).isEqualTo(MIRNY);
            assertThat(p.because()).containsExactly("Мирном", "так выбирали: 2 из 2");
        });
    }

    @Test
    void after_many_alike_decisions_nobody_is_asked_to_choose() {
        assertThat(places("в посёлке Мирном нет газа", "Мирный", chosen(MIRNY, 8)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo(MIRNY);
                    assertThat(p.share()).isBetween(0.75, 0.8);
                });
        assertThat(places("в посёлке Мирном нет газа", "Мирный", chosen(MIRNY, 8), chosen("kursky", 8)))
                .as("people did not agree")
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_name_that_people_took_for_no_place_is_passed_over() {
        assertThat(places("в посёлке Мирном нет газа", "Мирный", chosen("", 4)))
                .as("four decisions are few")
                .hasSize(3);
        assertThat(places("в посёлке Мирном нет газа", "Мирный", chosen("", 5))).isEmpty();
        assertThat(places("Из Мирного в Ипатово автобус не ходит", "Мирный", chosen("", 5)))
                .extracting(PlaceGuess::title)
                .containsExactly("Ипатово");
    }

    @Test
    void a_place_that_the_region_no_longer_has_counts_for_nothing() {
        assertThat(places("в посёлке Мирном нет газа", "Мирный", chosen("atlantis.mirny", 50)))
                .hasSize(3);
    }

    @Test
    void where_nothing_is_named_the_source_stands_for_what_people_chose() {
        var detection = detection("место источника: Михайловск", chosen(MIRNY, 20));
        assertThat(detection
                        .assess("Нет воды", Optional.of("shpakovsky.mikhaylovsk"))
                        .places())
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo(MIRNY));
        assertThat(detection.assess("Нет воды", Optional.of("ipatovsky")).places())
                .as("another source")
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("ipatovsky"));
        assertThat(detection("место источника: Михайловск", chosen("", 9))
                        .assess("Нет воды", Optional.of("shpakovsky.mikhaylovsk"))
                        .places())
                .isEmpty();
    }

    private List<PlaceGuess> places(String text, String said, ChosenPlace... chosen) {
        return detection(said, chosen).assess(text, Optional.empty()).places();
    }

    private FirstAssessment detection(String said, ChosenPlace... chosen) {
        Map<String, List<ChosenPlace>> known = Map.of(PastDecisions.key(said), List.of(chosen));
        return FirstAssessment.of(
                Region.named("stavropol"), new Models(noModels), () -> List.of(), new PastDecisions() {
                    @Override
                    public List<ChosenPlace> places(String key) {
                        return known.getOrDefault(key, List.of());
                    }

                    @Override
                    public Screened screened(Screen screen) {
                        return new Screened(0, 0);
                    }
                });
    }

    private static ChosenPlace chosen(String place, int count) {
        return new ChosenPlace(place, count);
    }
}
