package ru.otklik.casework;

import ru.otklik.casework.CoExecution.Stage;
import ru.otklik.kernel.Outcome;

/** The parts of the co-executors (clause 18); they go on beside whatever the lead does. */
final class Contributing {

    private Contributing() {}

    static Outcome<Decision> ask(Incident.InWork i, Command.AskCoExecutor c, Context x) {
        if (c.authority() == i.work().lead() || i.work().find(c.authority()).isPresent()) {
            return Outcome.refused("twice", "Этот орган власти уже участвует в подготовке ответа.");
        }
        var obstacle = x.world().obstacle(c.authority());
        if (obstacle.isPresent()) {
            return Outcome.refused("not-ready", obstacle.get());
        }
        return Texts.optional(c.question())
                .then(q -> Decision.of(
                        i.with(i.work().asking(c.authority())),
                        new Fact.ContributionAsked(c.authority(), Texts.orNull(q))));
    }

    static Outcome<Decision> release(Incident.UnderWay i, Command.ReleaseCoExecutor c) {
        var part = i.work().find(c.authority());
        if (part.isEmpty() || part.get().stage() == Stage.ACCEPTED) {
            return Outcome.refused("not-awaited", "От этого органа власти информация не ожидается.");
        }
        return Texts.required(c.reason(), "empty-reason", "Укажите, почему соисполнитель освобождается.")
                .then(r -> Decision.of(
                        i.with(i.work().withoutCoExecutor(c.authority())),
                        new Fact.CoExecutorReleased(c.authority(), r)));
    }

    static Outcome<Decision> send(Incident.UnderWay i, Command.SendContribution c, Context x) {
        Integer own = x.actor().authority();
        var part = i.work().find(own == null ? -1 : own).orElseThrow();
        String why = c.nothing() ? "Укажите, почему дополнить нечем." : "Информация пуста. Напишите текст.";
        return Texts.required(c.text(), "empty-contribution", why).then(t -> {
            int number = x.world().contributions(i.head().id(), part.authority()) + 1;
            return Decision.of(
                    i.with(i.work()
                            .withCoExecutor(part.authority(), p -> new CoExecution(p.authority(), Stage.SENT, number))),
                    new Fact.ContributionSent(part.authority(), number, c.nothing(), t));
        });
    }

    static Outcome<Decision> sendBack(Incident.UnderWay i, Command.SendBackContribution c) {
        return waiting(i, c.authority())
                .then(part -> Texts.required(
                                c.remark(), "empty-remarks", "Напишите замечания: без них вернуть информацию нельзя.")
                        .then(r -> Decision.of(
                                i.with(i.work().withCoExecutor(c.authority(), p -> p.at(Stage.SENT_BACK))),
                                new Fact.ContributionSentBack(c.authority(), r))));
    }

    static Outcome<Decision> accept(Incident.UnderWay i, int authority) {
        return waiting(i, authority)
                .then(part -> Decision.of(
                        i.with(i.work().withCoExecutor(authority, p -> p.at(Stage.ACCEPTED))),
                        new Fact.ContributionAccepted(authority, part.contribution())));
    }

    private static Outcome<CoExecution> waiting(Incident.UnderWay i, int authority) {
        return i.work()
                .find(authority)
                .filter(p -> p.stage() == Stage.SENT)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        "no-such-contribution", "Информация этого органа власти сейчас не на согласовании."));
    }
}
