package ru.otklik.casework;

import static ru.otklik.casework.Rules.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.otklik.kernel.Refusal;

/** What can be done with an incident, in journey order, each with the rules that must hold. The rule book. */
public enum Action {
    ASSESS("Подтвердить оценку", WAITS_FOR_ROUTING, BY_OPERATOR),
    ROUTE("Направить в орган власти", WAITS_FOR_ROUTING, BY_OPERATOR),
    RETURN("Вернуть в ЦУР", IN_WORK, BY_LEAD, RETURNS_NOT_SPENT, NOTHING_PUBLISHED),
    REROUTE("Перенаправить", IN_WORK, BY_OPERATOR, NOTHING_PUBLISHED),
    ASK_CO_EXECUTOR("Запросить соисполнителя", IN_WORK, BY_OPERATOR),
    RELEASE_CO_EXECUTOR("Освободить соисполнителя", UNDER_WAY, BY_OPERATOR, SOMEBODY_IS_AWAITED),
    SEND_CONTRIBUTION("Направить информацию", UNDER_WAY, BY_AWAITED_CO_EXECUTOR),
    SEND_BACK_CONTRIBUTION("Вернуть информацию с замечаниями", UNDER_WAY, BY_CENTRE, CONTRIBUTION_WAITS),
    ACCEPT_CONTRIBUTION("Согласовать информацию", UNDER_WAY, BY_CENTRE, CONTRIBUTION_WAITS),
    SAVE_DRAFT("Сохранить проект", IN_WORK, BY_LEAD),
    SUBMIT("Направить на согласование", IN_WORK, BY_LEAD, HAS_DRAFT),
    REMARK("Вернуть на доработку", AWAITS_APPROVAL, BY_TIER),
    APPROVE("Согласовать", AWAITS_APPROVAL, BY_TIER, BY_ANOTHER_THAN_AUTHOR),
    PUBLISH("Разместить", APPROVED, BY_LEAD, NOT_ORDERED, NETWORK_POSTS),
    RECORD_PUBLICATION("Указать ссылку на размещённый ответ", APPROVED, BY_LEAD, NOT_ORDERED),
    CONFIRM_PUBLICATION("Подтвердить размещение", APPROVED, BY_SYSTEM),
    FAIL_PUBLICATION("Сообщить, что ответ не размещён", APPROVED, BY_SYSTEM, ORDERED),
    LOSE_PUBLICATION("Сообщить, что ответ изменился в сети", BY_SYSTEM),
    NOTE_HAND_ANSWER("Отметить ответ, размещённый вручную", BY_SYSTEM),
    ACCEPT_HAND_ANSWER("Засчитать ответ, размещённый вручную", UNDER_WAY, BY_APPROVER, HAND_ANSWER_SEEN, NOT_ORDERED),
    CORRECT("Исправить размещённый ответ", ANSWERED, BY_LEAD),
    DROP_CORRECTION("Отказаться от исправления", IN_WORK, BY_LEAD, CORRECTING),
    EXCLUDE("Исключить из работы", WAITS_FOR_ROUTING, BY_OPERATOR),
    CONFIRM_EXCLUSION("Подтвердить исключение", EXCLUDED_UNCONFIRMED, BY_CENTRE, BY_ANOTHER_THAN_EXCLUDER),
    RESTORE("Вернуть в работу", EXCLUDED, BY_CENTRE),
    LINK_REPEAT("Связать как повторное", BY_OPERATOR),
    JOIN_EVENT("Добавить в событие", BY_OPERATOR, IN_NO_EVENT),
    LEAVE_EVENT("Убрать из события", BY_OPERATOR, IN_EVENT),
    MARK_TEST("Отметить как проверочное", BY_OPERATOR);

    private final String title;
    private final List<Rule> rules;

    Action(String title, Rule... rules) {
        this.title = title;
        this.rules = List.of(rules);
    }

    public String title() {
        return title;
    }

    /** Why this person may not do this now; empty: may. */
    public Optional<Refusal> objection(Incident incident, Actor actor, World world) {
        return rules.stream()
                .map(r -> r.objection(incident, actor, world))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Exactly what is open to this person now. */
    public static Set<Action> openTo(Actor actor, Incident incident, World world) {
        return Stream.of(values())
                .filter(a -> a.objection(incident, actor, world).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
