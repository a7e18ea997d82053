package ru.otklik.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casework.World;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Rubric;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.worktime.TimeText;

/** What numbers and codes are called on a page. */
@Component
public class Titles {

    /** @param late said in words too, so that colour is not all */
    public record Left(String text, boolean late) {}

    private final FirstAssessment assessment;
    private final Places places;
    private final People people;
    private final World world;
    private final Endpoints endpoints;
    private final Clock clock;

    Titles(FirstAssessment assessment, Places places, People people, World world, Endpoints endpoints, Clock clock) {
        this.assessment = assessment;
        this.places = places;
        this.people = people;
        this.world = world;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** @param share from 0 to 1 */
    public static String percent(double share) {
        long percent = Math.round(100 * share);
        return percent == 0 ? "меньше 1 %" : percent + " %";
    }

    public String authority(@Nullable Integer id) {
        return id == null ? "ЦУР" : world.title(id);
    }

    public String person(int id) {
        return id == 0 ? "Отклик" : people.find(id).map(Person::name).orElse("сотрудник № " + id);
    }

    public String topic(@Nullable String code) {
        return code == null
                ? "тематика не определена"
                : rubric().find(code).map(Rubric.Topic::title).orElse(code);
    }

    public String place(@Nullable String code) {
        if (code == null) {
            return "локация не определена";
        }
        return places.title(code);
    }

    public String network(String key) {
        return NetworkTitles.of(key);
    }

    /** Where a person sees what stands at a link of a network. */
    public String page(String link) {
        return endpoints.page(link);
    }

    public String term(String regulation, String key) {
        return world.regulation(regulation).find(key).map(t -> t.title()).orElse(key);
    }

    public String moment(@Nullable Instant at) {
        var zone = world.workingTime(null).zone();
        return at == null
                ? "время неизвестно"
                : TimeText.moment(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toLocalDateTime());
    }

    public Instant now() {
        return clock.instant();
    }

    /** By the working time of that authority. */
    public Optional<Left> left(@Nullable Instant due, @Nullable Integer authority) {
        return Optional.ofNullable(due).map(d -> Remaining.of(d, now(), world.workingTime(authority)));
    }

    public Rubric rubric() {
        return assessment.rubric();
    }
}
