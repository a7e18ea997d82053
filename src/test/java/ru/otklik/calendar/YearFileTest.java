package ru.otklik.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.region.CalendarFile;
import ru.otklik.region.Region;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YearFileTest {

    @Test
    void every_year_of_russia_is_written_as_it_is_read() {
        var years = Region.named("stavropol").workingTime().calendar().years();
        assertThat(years).hasSize(15);
        assertThat(CalendarFile.years("back", new StringReader(YearFile.text(years))))
                .containsExactlyElementsOf(years);
        years.forEach(y ->
                assertThat(CalendarFile.year(YearFile.text(List.of(y))).get()).isEqualTo(y));
    }
}
