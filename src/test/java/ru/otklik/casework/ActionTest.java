package ru.otklik.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Bearer;

/** What is open to whom, along many random ways; a failure names the seed that repeats it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActionTest {

    private static final int SEEDS = 60;
    private static final int STEPS = 120;
    private static final Pattern RUSSIAN = Pattern.compile("(?s)[А-ЯЁ].*[а-яё]{3,}.*\\.");
    private static final String FRI_20_NOV_16_30 = "2026-11-20T16:30";

    @Test
    void what_is_open_is_never_refused_and_what_is_not_is_refused_in_russian() {
        everywhere(w -> {
            for (Actor actor : Walk.EVERYBODY) {
                Set<Action> open = Action.openTo(actor, w.journey.incident, w.journey.krai);
                for (Action action : Action.values()) {
                    var outcome = w.journey.attempt(actor, w.command(action));
                    if (open.contains(action)) {
                        assertGoesThrough(w.journey, action, outcome);
                    } else {
                        String said = sentence(outcome);
                        if (!RUSSIAN.matcher(said).matches()) {
                            fail("%s by %s: «%s»", action, actor.name(), said);
                        }
                    }
                }
            }
        });
    }

    @Test
    void the_control_and_the_administrator_can_do_nothing_with_an_incident() {
        everywhere(w -> {
            for (Actor actor : Set.of(Krai.CONTROLLER, Krai.ADMINISTRATOR)) {
                assertThat(Action.openTo(actor, w.journey.incident, w.journey.krai))
                        .isEmpty();
            }
        });
    }

    @Test
    void an_executor_of_another_authority_can_do_nothing_with_it() {
        everywhere(w -> {
            for (Actor actor : Set.of(Krai.executor(9), Krai.deputy(9))) {
                assertThat(Action.openTo(actor, w.journey.incident, w.journey.krai))
                        .isEmpty();
            }
        });
    }

    @Test
    void no_term_is_open_twice_for_the_same_co_executor() {
        everywhere(w -> assertThat(w.journey.open.stream().map(o -> o.term() + " " + o.coExecutor()))
                .doesNotHaveDuplicates());
    }

    @Test
    void nothing_is_open_on_what_is_answered_or_excluded() {
        everywhere(w -> {
            if (w.journey.incident.state().isClosed()) {
                assertThat(w.journey.open).isEmpty();
            }
        });
    }

    @Test
    void somebody_always_owes_something_while_it_is_not_closed() {
        everywhere(w -> {
            if (!w.journey.incident.state().isClosed()) {
                assertThat(w.journey.open).anyMatch(o -> !o.right() && o.bearer() != Bearer.CO_EXECUTOR);
            }
        });
    }

    @Test
    void a_due_instant_is_written_once_and_every_term_ends_once() {
        Map<String, Instant> written = new HashMap<>();
        everywhere(w -> {
            var j = w.journey;
            j.open.forEach(
                    o -> assertThat(written.computeIfAbsent(System.identityHashCode(j) + ":" + o.id(), k -> o.due()))
                            .isEqualTo(o.due()));
            assertThat(j.settled.stream().map(s -> s.obligation().id())).doesNotHaveDuplicates();
            assertThat(j.opened).hasSize(j.open.size() + j.settled.size());
        });
    }

    @Test
    void the_walks_come_to_every_state() {
        var seen = EnumSet.noneOf(State.class);
        everywhere(w -> seen.add(w.journey.incident.state()));
        assertThat(seen).containsExactlyInAnyOrder(State.values());
    }

    @Test
    void at_the_centre_the_operator_assesses_routes_or_excludes() {
        var j = Journey.detected(FRI_20_NOV_16_30);
        assertThat(Action.openTo(Krai.OPERATOR, j.incident, j.krai))
                .containsExactlyInAnyOrder(
                        Action.ASSESS,
                        Action.ROUTE,
                        Action.EXCLUDE,
                        Action.LINK_REPEAT,
                        Action.JOIN_EVENT,
                        Action.MARK_TEST);
        assertThat(Action.openTo(Krai.APPROVER, j.incident, j.krai)).isEmpty();
        assertThat(Action.openTo(Krai.executor(1), j.incident, j.krai)).isEmpty();
    }

    @Test
    void in_work_the_lead_writes_or_returns_and_the_co_executor_sends_its_part() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1, 2);
        assertThat(Action.openTo(Krai.executor(1), j.incident, j.krai))
                .containsExactlyInAnyOrder(Action.RETURN, Action.SAVE_DRAFT);
        assertThat(Action.openTo(Krai.executor(2), j.incident, j.krai)).containsExactly(Action.SEND_CONTRIBUTION);
        assertThat(Action.openTo(Krai.executor(3), j.incident, j.krai)).isEmpty();
    }

    @Test
    void before_the_centre_the_approver_approves_or_remarks_and_the_lead_waits() {
        var j = Journey.routed(FRI_20_NOV_16_30, 1).submit(1, DraftKind.FINAL);
        assertThat(Action.openTo(Krai.APPROVER, j.incident, j.krai))
                .containsExactlyInAnyOrder(Action.APPROVE, Action.REMARK);
        assertThat(Action.openTo(Krai.executor(1), j.incident, j.krai)).isEmpty();
        j.approve();
        assertThat(Action.openTo(Krai.executor(1), j.incident, j.krai))
                .containsExactlyInAnyOrder(Action.PUBLISH, Action.RECORD_PUBLICATION);
    }

    private static void assertGoesThrough(Journey j, Action action, Outcome<Decision> outcome) {
        String refusal = outcome.fold(d -> "", r -> r.code());
        boolean spentInterim = action == Action.SUBMIT && j.incident.head().interims() > 0;
        boolean heardBefore = action == Action.NOTE_HAND_ANSWER;
        assertThat(refusal)
                .as("%s", action)
                .isIn(
                        spentInterim
                                ? Set.of("", "interims-spent")
                                : heardBefore ? Set.of("", "known-answer") : Set.of(""));
    }

    private static String sentence(Outcome<Decision> outcome) {
        return outcome.fold(d -> "", r -> r.sentence());
    }

    /** At every place of every walk. */
    private static void everywhere(Consumer<Walk> check) {
        for (long seed = 0; seed < SEEDS; seed++) {
            var walk = new Walk(seed);
            for (int step = 0; step < STEPS; step++) {
                try {
                    check.accept(walk);
                    walk.step();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "seed %d, step %d, %s".formatted(seed, step, walk.journey.incident.state()), e);
                }
            }
        }
    }
}
