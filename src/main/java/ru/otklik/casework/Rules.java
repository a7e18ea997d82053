package ru.otklik.casework;

import java.util.Optional;
import java.util.function.Predicate;
import ru.otklik.kernel.Refusal;
import ru.otklik.kernel.Role;
import ru.otklik.regulation.Regulation;

/** The rules that {@link Action} names. */
final class Rules {

    static final Rule WAITS_FOR_ROUTING = state(Incident.Detected.class);
    static final Rule IN_WORK = state(Incident.InWork.class);
    static final Rule AWAITS_APPROVAL = state(Incident.AwaitingApproval.class);
    static final Rule APPROVED = state(Incident.Approved.class);
    static final Rule ANSWERED = state(Incident.Answered.class);
    static final Rule EXCLUDED = state(Incident.Excluded.class);
    static final Rule UNDER_WAY = (i, a, w) ->
            i instanceof Incident.UnderWay && !(i instanceof Incident.Answered) ? Optional.empty() : wrongState(i);
    static final Rule EXCLUDED_UNCONFIRMED =
            (i, a, w) -> i instanceof Incident.Excluded e && e.confirmedBy() == null ? Optional.empty() : wrongState(i);

    static final Rule BY_OPERATOR = role("Это делает оператор ЦУР.", a -> a.is(Role.OPERATOR));
    static final Rule BY_CENTRE = role("Это делает сотрудник ЦУР.", a -> a.is(Role.OPERATOR) || a.is(Role.APPROVER));
    static final Rule BY_APPROVER = role("Это делает согласующий ЦУР.", a -> a.is(Role.APPROVER));
    static final Rule BY_SYSTEM = role("Это делает сама программа.", Actor::isSystem);
    static final Rule BY_LEAD = (i, a, w) ->
            isOfficer(a) && i instanceof Incident.UnderWay u && a.isOf(u.work().lead())
                    ? Optional.empty()
                    : no("not-lead", "Это делает исполнитель органа власти, в который направлено сообщение.");
    static final Rule BY_AWAITED_CO_EXECUTOR = (i, a, w) -> isOfficer(a)
                    && i instanceof Incident.UnderWay u
                    && u.work().coExecutors().stream()
                            .anyMatch(c -> a.isOf(c.authority()) && c.stage().isAwaited())
            ? Optional.empty()
            : no("not-co-executor", "Информация соисполнителя сейчас не ожидается от вашего органа власти.");

    static final Rule BY_TIER = (i, a, w) -> {
        if (!(i instanceof Incident.AwaitingApproval waiting)) {
            return Optional.empty();
        }
        Role tier = waiting.tier(w.regulation(i.head().regulation()));
        boolean ofLead = !tier.isOfAuthority() || a.isOf(waiting.work().lead());
        return a.is(tier) && ofLead
                ? Optional.empty()
                : no("not-approver", "Сейчас проект рассматривает %s.".formatted(tier.title()));
    };

    static final Rule BY_ANOTHER_THAN_AUTHOR = (i, a, w) -> {
        Regulation r = w.regulation(i.head().regulation());
        if (r.selfApproval() || !(i instanceof Incident.AwaitingApproval waiting)) {
            return Optional.empty();
        }
        Submission s = waiting.submission();
        boolean wrote =
                w.draft(i.head().id(), s.draft()).map(d -> d.by() == a.person()).orElse(false);
        return wrote || s.by() == a.person() || s.approvedBy().contains(a.person())
                ? no(
                        "self-approval",
                        "Нельзя согласовать проект, который вы сами написали, направили или уже согласовали.")
                : Optional.empty();
    };

    static final Rule BY_ANOTHER_THAN_EXCLUDER = (i, a, w) -> i instanceof Incident.Excluded e
                    && e.by() == a.person()
                    && w.regulation(i.head().regulation()).secondLook()
            ? no("second-look", "Исключение подтверждает другой сотрудник, не тот, кто исключил.")
            : Optional.empty();

    static final Rule RETURNS_NOT_SPENT = (i, a, w) -> {
        var most = w.regulation(i.head().regulation()).maxReturns();
        return most.isPresent() && i.head().returns() >= most.getAsInt()
                ? no(
                        "returns-spent",
                        "Сообщение уже возвращали %d раз, больше регламент не допускает. Свяжитесь с ЦУР."
                                .formatted(i.head().returns()))
                : Optional.empty();
    };

    static final Rule NOTHING_PUBLISHED =
            (i, a, w) -> i.head().interims() + i.head().finals() == 0
                    ? Optional.empty()
                    : no("already-answered", "По сообщению уже размещён ответ: исполнитель не меняется.");

    static final Rule CORRECTING = (i, a, w) -> i.head().finals() > 0
            ? Optional.empty()
            : no("not-correcting", "Размещённого ответа, который исправляют, нет.");

    static final Rule HAND_ANSWER_SEEN =
            (i, a, w) -> w.handAnswers(i.head().id()).stream().anyMatch(h -> !h.settled())
                    ? Optional.empty()
                    : no("no-hand-answer", "Ответа официальной учётной записи под сообщением не найдено.");

    /** Of the present lead: what a former one wrote is not its to submit. */
    static final Rule HAS_DRAFT = (i, a, w) -> i instanceof Incident.InWork at
                    && w.draft(i.head().id(), i.head().drafts())
                            .filter(d -> !d.at().isBefore(at.work().routedAt()))
                            .isPresent()
            ? Optional.empty()
            : no("no-draft", "Сначала сохраните свой проект ответа.");

    static final Rule NOT_ORDERED = (i, a, w) -> i instanceof Incident.Approved p && p.ordered()
            ? no("already-ordered", "Ответ уже передан на размещение.")
            : Optional.empty();

    static final Rule ORDERED = (i, a, w) -> i instanceof Incident.Approved p && !p.ordered()
            ? no("not-ordered", "Ответ на размещение не передан.")
            : Optional.empty();

    static final Rule NETWORK_POSTS = (i, a, w) -> i instanceof Incident.UnderWay u
            ? w.barrier(i.head().network(), u.work().lead(), a.person()).flatMap(why -> no("by-hand", why))
            : wrongState(i);

    static final Rule IN_EVENT = (i, a, w) -> w.event(i.head().id()).isPresent()
            ? Optional.empty()
            : no("in-no-event", "Сообщение не входит ни в одно событие.");
    static final Rule IN_NO_EVENT = (i, a, w) -> w.event(i.head().id())
            .flatMap(e ->
                    no("in-event", "Сообщение уже входит в событие № %d. Сначала уберите его оттуда.".formatted(e)));

    static final Rule SOMEBODY_IS_AWAITED = coExecutor(c -> c.stage() != CoExecution.Stage.ACCEPTED);
    static final Rule CONTRIBUTION_WAITS = coExecutor(c -> c.stage() == CoExecution.Stage.SENT);

    private Rules() {}

    private static boolean isOfficer(Actor a) {
        return a.is(Role.EXECUTOR) || a.is(Role.DEPUTY_HEAD);
    }

    private static Rule coExecutor(Predicate<CoExecution> such) {
        return (i, a, w) -> i instanceof Incident.UnderWay u
                        && u.work().coExecutors().stream().anyMatch(such)
                ? Optional.empty()
                : no("no-such-contribution", "Такой информации соисполнителя сейчас нет.");
    }

    private static Rule state(Class<? extends Incident> state) {
        return (i, a, w) -> state.isInstance(i) ? Optional.empty() : wrongState(i);
    }

    private static Rule role(String sentence, Predicate<Actor> may) {
        return (i, a, w) -> may.test(a) ? Optional.empty() : no("not-yours", sentence);
    }

    private static Optional<Refusal> wrongState(Incident i) {
        return no(
                "wrong-state",
                "Инцидент сейчас в состоянии «%s», это действие уже или ещё недоступно."
                        .formatted(i.state().title()));
    }

    private static Optional<Refusal> no(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
