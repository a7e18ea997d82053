package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.kernel.Refusal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacesTest {

    private final Places places = new Places(FirstAssessment.ofRegion("stavropol"));

    @Test
    void every_title_of_the_list_means_one_place() {
        assertThat(places.titles()).hasSizeGreaterThan(500);
        assertThat(new HashSet<>(places.titles())).hasSameSizeAs(places.titles());
        assertThat(places.titles())
                .allSatisfy(t -> assertThat(places.title(code(t))).isEqualTo(t));
    }

    @Test
    void a_name_that_one_place_bears_is_enough_however_it_is_typed() {
        assertThat(places.title(code("  михайловск "))).startsWith("Михайловск, ");
        assertThat(code("ГОРОД СТАВРОПОЛЬ")).isEqualTo("stavropol");
    }

    @Test
    void a_name_of_several_places_and_an_unknown_one_are_refused_with_what_to_do() {
        assertThat(refusal("Садовое"))
                .startsWith("Таких мест несколько: Садовое, ")
                .endsWith("Выберите одно.");
        assertThat(refusal("Атлантида"))
                .isEqualTo("Места «Атлантида» в списке нет. Выберите локацию из списка или оставьте поле пустым.");
    }

    @Test
    void nothing_typed_is_no_place() {
        assertThat(places.code(" ").get()).isEmpty();
    }

    private String code(String typed) {
        return places.code(typed).get().orElseThrow();
    }

    private String refusal(String typed) {
        return places.code(typed).fold(c -> "", Refusal::sentence);
    }
}
