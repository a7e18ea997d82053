package ru.otklik.detection.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedMattersTest {

    private static final Instant FRI_20_NOV_NOON = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private long next = 1;

    @Test
    void the_same_author_with_nearly_the_same_text_repeats() {
        Telling earlier =
                told("anna", "roads.potholes", "stavropol", 50, "Яма на Мира 15, сколько можно ждать ремонта");
        Telling now = told("anna", "roads.repair", null, 0, "Яма на Мира 15! Сколько можно ждать ремонта?");
        assertThat(SameAuthor.among(List.of(earlier), now, MONTH))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.earlier()).isEqualTo(earlier);
                    assertThat(r.share()).isGreaterThan(0.9);
                });
    }

    @Test
    void the_same_topic_at_the_same_place_is_likely_the_same_matter() {
        Telling earlier = told("anna", "water.absent", "shpakovsky.mikhaylovsk", 30, "Нет воды с утра");
        Telling now = told("anna", "water.absent", "shpakovsky", 0, "Кран сухой, водоканал молчит");
        assertThat(SameAuthor.among(List.of(earlier), now, MONTH))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("та же тема"));
    }

    @Test
    void another_author_another_place_or_long_ago_is_no_repeat() {
        Telling now = told("anna", "water.absent", "stavropol", 0, "Нет воды");
        List<Telling> others = List.of(
                told("boris", "water.absent", "stavropol", 5, "Нет воды"),
                told("anna", "water.absent", "pyatigorsk", 5, "В доме сухо с утра"),
                told("anna", "roads.potholes", "stavropol", 5, "На дороге глубокая яма у школы"),
                told("anna", "water.absent", "stavropol", 24 * 40, "Сухой кран"),
                told(null, "water.absent", "stavropol", 5, "Нет воды"));
        assertThat(SameAuthor.among(others, now, MONTH)).isEmpty();
    }

    @Test
    void several_people_on_one_topic_at_one_place_are_an_event() {
        List<Telling> heard = List.of(
                told("anna", "power.outage", "ipatovsky", 5, "Нет света"),
                told("boris", "power.outage", "ipatovsky", 4, "Темно"),
                told("vera", "power.outage", "ipatovsky", 3, "Отключили"),
                told("anna", "power.outage", "ipatovsky", 2, "Всё ещё темно"),
                told("gleb", "power.outage", "ipatovsky", 90, "Мигает"),
                told("dina", "power.outage", "kursky", 3, "Нет света"),
                told("egor", "power.outage", null, 3, "Нет света"));
        assertThat(Event.among(heard, Duration.ofHours(24), 3)).singleElement().satisfies(e -> {
            assertThat(e.place()).isEqualTo("ipatovsky");
            assertThat(e.authors()).isEqualTo(3);
            assertThat(e.messages()).hasSize(4);
            assertThat(Duration.between(e.first(), e.last())).isEqualTo(Duration.ofHours(3));
        });
    }

    @Test
    void one_person_who_writes_a_lot_is_no_event() {
        List<Telling> heard = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            heard.add(told("anna", "power.outage", "ipatovsky", i, "Нет света"));
        }
        assertThat(Event.among(heard, Duration.ofHours(24), 2)).isEmpty();
    }

    @Test
    void a_count_far_above_its_norm_is_a_burst_with_its_series() {
        List<Telling> heard = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            heard.add(told("a" + day, "waste.collection", "stavropol", 24 * day, "Мусор"));
        }
        for (int i = 0; i < 9; i++) {
            heard.add(told("b" + i, "waste.collection", "stavropol", i, "Мусор"));
        }
        assertThat(Burst.among(heard, FRI_20_NOV_NOON, Burst.Measure.DAILY))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.count()).isEqualTo(9);
                    assertThat(b.usual()).isCloseTo(1, within(0.1));
                    assertThat(b.chance()).isLessThan(1e-4);
                    assertThat(b.series()).hasSize(29).endsWith(1, 9);
                });
    }

    @Test
    void a_busy_subject_needs_more_to_be_a_burst() {
        List<Telling> heard = new ArrayList<>();
        for (int day = 0; day <= 28; day++) {
            for (int i = 0; i < 9; i++) {
                heard.add(told("a" + day + i, "waste.collection", "stavropol", 24 * day, "Мусор"));
            }
        }
        assertThat(Burst.among(heard, FRI_20_NOV_NOON, Burst.Measure.DAILY)).isEmpty();
    }

    @Test
    void the_chance_is_that_of_counts() {
        // with a long history it nears Poisson: P(X >= 3 | 1) = 0.0803
        assertThat(Burst.chance(3, 100_000, 100_000)).isCloseTo(0.0803, within(0.0005));
        assertThat(Burst.chance(0, 5, 10)).isCloseTo(1, within(1e-9));
        assertThat(Burst.chance(40, 28, 28)).isBetween(0.0, 1e-15);
        assertThat(Burst.chance(900, 28_000, 28)).isEqualTo(1);
        assertThat(Burst.chance(1_300, 28_000, 28)).isLessThan(1e-10);
    }

    @Test
    void a_short_history_does_not_cry_wolf() {
        double known = Burst.chance(8, 28, 28);
        double guessed = Burst.chance(8, 2, 2);
        assertThat(guessed).isGreaterThan(known);
    }

    private Telling told(@Nullable String author, String topic, @Nullable String place, int hoursAgo, String text) {
        return new Telling(
                next++,
                Optional.ofNullable(author),
                Optional.ofNullable(topic),
                Optional.ofNullable(place),
                FRI_20_NOV_NOON.minus(Duration.ofHours(hoursAgo)),
                text);
    }
}
