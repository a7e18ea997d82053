package ru.otklik.casebook;

import java.util.List;
import java.util.stream.Stream;
import ru.otklik.casework.Actor;
import ru.otklik.kernel.Role;

/** The lists that people work from; each stands on an index of its own. */
public enum Queue {
    CENTRE("Разобрать", "i.centre_due", "i.centre_due is not null and i.state <> 'AWAITING_APPROVAL'", Role.OPERATOR),
    /** Drafts, and what co-executors sent, at whatever stage the draft is. */
    APPROVAL("Согласовать", "i.centre_due", "i.centre_due is not null and i.state <> 'DETECTED'", Role.APPROVER),
    AUTHORITY("В работе", "i.lead_due", "i.lead_due is not null and i.lead = :viewer", Role.EXECUTOR, Role.DEPUTY_HEAD),
    EXCLUDED(
            "Исключённые без второго взгляда",
            "i.excluded_at",
            "i.state = 'EXCLUDED' and i.exclusion_confirmed_by is null",
            Role.APPROVER,
            Role.OPERATOR),
    ALL(
            "Все открытые",
            "least(i.centre_due, i.lead_due)",
            "least(i.centre_due, i.lead_due) is not null",
            Role.CONTROLLER,
            Role.ADMINISTRATOR,
            Role.OPERATOR,
            Role.APPROVER),
    DONE("Завершённые", "null::timestamptz", "i.state in ('ANSWERED', 'EXCLUDED')", Role.values()),
    /** All that somebody sees, open or closed; for programs, nobody works from it. */
    EVERY("Все", Queue.NEAREST, "true");

    /** The nearest open duty, whoever bears it. */
    static final String NEAREST =
            "(select min(o.due_at) from obligation o where o.incident_id = i.id and o.closed_at is null and not o.is_right)";

    /** A duty of anyone, a co-executor too, was to be done by now and is not. */
    private static final String ANY_LATE = """
            exists (select from obligation o
                     where o.incident_id = i.id and o.closed_at is null and not o.is_right and o.due_at < :now)
            """;

    private final String title;
    private final String due;
    private final String condition;
    private final List<Role> roles;

    Queue(String title, String due, String condition, Role... roles) {
        this.title = title;
        this.due = due;
        this.condition = condition;
        this.roles = List.of(roles);
    }

    public String title() {
        return title;
    }

    boolean isOpenTo(Actor viewer) {
        return this == EVERY || of(viewer).contains(this);
    }

    /** Those that a person has by the person's roles, the one to begin with first. */
    public static List<Queue> of(Actor viewer) {
        return Stream.of(values())
                .filter(q -> q.roles.stream().anyMatch(viewer::is))
                .toList();
    }

    String due() {
        return due;
    }

    String condition() {
        return condition;
    }

    /** By number, not by what burns. */
    public boolean isNewestFirst() {
        return this == DONE || this == EVERY;
    }

    /** What is overdue in it: where somebody works, the term that it is ordered by; else any. */
    String late() {
        return this == ALL || this == EVERY ? ANY_LATE : due + " < :now";
    }

    /** Of one authority: its own as the lead, and those that it contributes to. */
    boolean hasContributions() {
        return this == AUTHORITY;
    }
}
