package ru.otklik.casework;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ru.otklik.kernel.Role;

/** A random but repeatable way through the commands: for each action a command with good content. */
final class Walk {

    static final List<Actor> EVERYBODY = Stream.concat(
                    Stream.of(
                            Krai.OPERATOR,
                            Krai.APPROVER,
                            Krai.SECOND_APPROVER,
                            Krai.CONTROLLER,
                            Krai.ADMINISTRATOR,
                            Actor.SYSTEM,
                            // one person on both sides
                            new Actor(10, "Исполнитель и согласующий", Set.of(Role.EXECUTOR, Role.APPROVER), 1)),
                    IntStream.rangeClosed(1, 3).boxed().flatMap(a -> Stream.of(Krai.executor(a), Krai.deputy(a))))
            .toList();

    private static final Set<Action> ROUNDABOUT = Set.of(
            Action.MARK_TEST,
            Action.LINK_REPEAT,
            Action.JOIN_EVENT,
            Action.LEAVE_EVENT,
            Action.ASSESS,
            Action.RETURN,
            Action.REROUTE,
            Action.EXCLUDE,
            Action.ASK_CO_EXECUTOR,
            Action.LOSE_PUBLICATION,
            Action.NOTE_HAND_ANSWER,
            Action.ACCEPT_HAND_ANSWER,
            Action.CORRECT);

    final Random random;
    final Journey journey;

    Walk(long seed) {
        random = new Random(seed);
        var krai = new Krai(seed % 2 == 0 ? Decree.stavropol() : twoTiers());
        journey = Journey.in(seed % 3 == 0 ? "import" : "vk", "2026-11-20T16:30", krai);
    }

    private static ru.otklik.regulation.Regulation twoTiers() {
        return Decree.tiers(Decree.stavropol(), Role.DEPUTY_HEAD, Role.APPROVER);
    }

    /** One step by somebody who may; then some time passes. */
    void step() {
        Actor actor = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
        var may = Stream.of(Action.values())
                .filter(a -> a.objection(journey.incident, actor, journey.krai).isEmpty())
                // or else the walks would go round and round and never come to an answer
                .filter(a -> !ROUNDABOUT.contains(a) || random.nextInt(8) == 0)
                .toList();
        if (!may.isEmpty()) {
            Command c = command(may.get(random.nextInt(may.size())));
            if (journey.attempt(actor, c).fold(d -> true, r -> false)) {
                journey.by(actor, c);
            }
            journey.later(random.nextInt(120));
        }
    }

    Command command(Action action) {
        return switch (action) {
            case ASSESS -> new Command.Assess(Journey.ROADS);
            case ROUTE -> route();
            case RETURN -> new Command.Return("Не наше.");
            case REROUTE -> new Command.Reroute(another(), List.of(), "Уточнили.");
            case ASK_CO_EXECUTOR -> new Command.AskCoExecutor(newcomer(), "Что известно?");
            case RELEASE_CO_EXECUTOR ->
                new Command.ReleaseCoExecutor(partner(c -> c.stage() != CoExecution.Stage.ACCEPTED), "Не нужно.");
            case SEND_CONTRIBUTION -> new Command.SendContribution(random.nextBoolean(), "Ремонт в мае.");
            case SEND_BACK_CONTRIBUTION -> new Command.SendBackContribution(sender(), "Когда?");
            case ACCEPT_CONTRIBUTION -> new Command.AcceptContribution(sender());
            case SAVE_DRAFT -> new Command.SaveDraft(kind(), "Здравствуйте!");
            case SUBMIT -> new Command.Submit(journey.newest(), true);
            case REMARK -> new Command.Remark(journey.newest(), "Короче.");
            case APPROVE -> new Command.Approve(journey.newest());
            case PUBLISH -> new Command.Publish();
            case RECORD_PUBLICATION -> new Command.RecordPublication("https://vk.com/wall-1_2");
            case FAIL_PUBLICATION -> new Command.FailPublication(journey.newest(), "Сообщество закрыто.");
            case CONFIRM_PUBLICATION -> new Command.ConfirmPublication(journey.newest(), null, journey.now);
            case LOSE_PUBLICATION -> new Command.LosePublication(journey.newest(), "Ответ удалён.");
            case NOTE_HAND_ANSWER ->
                new Command.NoteHandAnswer(
                        "a" + random.nextInt(3), null, random.nextBoolean() ? "Здравствуйте!" : "Ждите.", journey.now);
            case ACCEPT_HAND_ANSWER -> new Command.AcceptHandAnswer();
            case CORRECT -> new Command.Correct("Ошибка в дате.");
            case DROP_CORRECTION -> new Command.DropCorrection("Ошибки нет.");
            case EXCLUDE -> new Command.Exclude(Ground.INSULT, null);
            case CONFIRM_EXCLUSION -> new Command.ConfirmExclusion(null);
            case RESTORE -> new Command.Restore("Это цитата.");
            case LINK_REPEAT -> new Command.LinkRepeat(Journey.EARLIER);
            case JOIN_EVENT -> new Command.Gather(Journey.EVENT);
            case LEAVE_EVENT -> new Command.Gather(null);
            case MARK_TEST -> new Command.MarkTest(random.nextBoolean());
        };
    }

    private Command.Route route() {
        int lead = 1 + random.nextInt(3);
        return random.nextBoolean() ? Journey.route(lead) : Journey.route(lead, lead % 3 + 1, (lead + 1) % 3 + 1);
    }

    private int another() {
        return journey.incident instanceof Incident.UnderWay u ? u.work().lead() % 3 + 1 : 1;
    }

    private DraftKind kind() {
        return journey.incident.head().interims() + journey.incident.head().finals() == 0 && random.nextBoolean()
                ? DraftKind.INTERIM
                : DraftKind.FINAL;
    }

    /** An authority without a part; the thousands are never part of a routing, so there always is one. */
    private int newcomer() {
        return IntStream.range(1, 2000)
                .filter(a -> !(journey.incident instanceof Incident.UnderWay u)
                        || a != u.work().lead() && u.work().find(a).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private int sender() {
        return partner(c -> c.stage() == CoExecution.Stage.SENT);
    }

    private int partner(Predicate<CoExecution> such) {
        return journey.incident instanceof Incident.UnderWay u
                ? u.work().coExecutors().stream()
                        .filter(such)
                        .map(CoExecution::authority)
                        .findFirst()
                        .orElse(1)
                : 1;
    }
}
