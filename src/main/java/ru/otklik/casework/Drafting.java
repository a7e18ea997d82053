package ru.otklik.casework;

import java.util.List;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Regulation;

/** The lead writes versions and submits the newest one (clauses 11, 12, 16, 17, 21). */
final class Drafting {

    /** More than any network takes at once. */
    private static final int MOST_PICTURES = 10;

    private Drafting() {}

    static Outcome<Decision> save(Incident.InWork i, Command.SaveDraft c, Context x) {
        if (spent(i.head(), c.kind(), x)) {
            return interimsSpent();
        }
        int version = i.head().drafts() + 1;
        List<String> pictures = c.pictures().stream().distinct().toList();
        if (pictures.size() > MOST_PICTURES || !pictures.stream().allMatch(p -> p.matches("[0-9a-f]{64}"))) {
            return Outcome.refused(
                    "bad-pictures", "К проекту прилагается не больше %d картинок.".formatted(MOST_PICTURES));
        }
        return Texts.required(c.text(), "empty-draft", "Проект ответа пуст. Напишите текст.")
                .then(t -> Decision.of(
                        i.with(i.head().withDraft()), new Fact.DraftSaved(version, c.kind(), c.text(), pictures)));
    }

    static Outcome<Decision> submit(Incident.InWork i, Command.Submit c, Context x) {
        Head head = i.head();
        if (!c.accurate()) {
            return Outcome.refused("not-confirmed", "Подтвердите достоверность и полноту информации (пункт 21).");
        }
        if (c.draft() != head.drafts()) {
            return Outcome.refused(
                    "not-newest",
                    "На согласование направляется последняя версия проекта, № %d.".formatted(head.drafts()));
        }
        var draft = x.world().draft(head.id(), c.draft());
        if (draft.isEmpty()) {
            return Outcome.refused("no-draft", "Такой версии проекта нет. Сначала сохраните проект.");
        }
        if (spent(head, draft.get().kind(), x)) {
            return interimsSpent();
        }
        var unfit = x.world().unfit(head, i.work().lead(), draft.get());
        if (unfit.isPresent()) {
            return Outcome.refused("unfit", unfit.get());
        }
        var s = new Submission(c.draft(), draft.get().kind(), x.actor().person(), x.now(), List.of());
        return Decision.of(
                new Incident.AwaitingApproval(head, i.work().submitted(), s), new Fact.Submitted(c.draft(), s.kind()));
    }

    private static boolean spent(Head head, DraftKind kind, Context x) {
        Regulation regulation = x.world().regulation(head.regulation());
        return kind == DraftKind.INTERIM && (head.finals() > 0 || head.interims() >= regulation.maxInterims());
    }

    private static Outcome<Decision> interimsSpent() {
        return Outcome.refused("interims-spent", "Промежуточный ответ больше не допускается: нужен окончательный.");
    }
}
