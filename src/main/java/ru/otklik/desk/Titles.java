package ru.otklik.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casework.World;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.Rubric;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.worktime.OutsideCalendar;
import ru.otklik.worktime.TimeText;

/** What numbers and codes are called on a page. */
@Component
public class Titles {

    /** @param late said in words too, so that colour is not all */
    public record Left(String text, boolean late) {}

    private final FirstAssessment assessment;
    private final People people;
    private final World world;
    private final Clock clock;

    Titles(FirstAssessment assessment, People people, World world, Clock clock) {
        this.assessment = assessment;
        this.people = people;
        this.world = world;
        this.clock = clock;
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
        String territory = gazetteer()
                .findTerritoryOf(code)
                .map(Gazetteer.Territory::title)
                .orElse(code);
        return gazetteer()
                .findSettlement(code)
                .map(s -> s.name() + ", " + territory)
                .orElse(territory);
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

    /** Working time of that authority until then; within the last hour by the wall clock, as «30 минут» run. */
    public Optional<Left> left(@Nullable Instant due, @Nullable Integer authority) {
        return Optional.ofNullable(due).map(d -> left(d, authority, now()));
    }

    private Left left(Instant due, @Nullable Integer authority, Instant now) {
        boolean late = due.isBefore(now);
        try {
            Duration byClock = Duration.between(now, due);
            Duration time = !late && byClock.compareTo(Duration.ofHours(1)) <= 0
                    ? byClock
                    : world.workingTime(authority).between(now, due).abs();
            String text = TimeText.durationText(time.truncatedTo(ChronoUnit.MINUTES));
            return new Left((late ? "просрочено на " : "осталось ") + text, late);
        } catch (OutsideCalendar e) {
            return new Left(late ? "просрочено" : "срок за пределами календаря", late);
        }
    }

    Rubric rubric() {
        return assessment.rubric();
    }

    Gazetteer gazetteer() {
        return assessment.gazetteer();
    }
}
