package ru.otklik.repeats;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.State;
import ru.otklik.casework.World;
import ru.otklik.kernel.Outcome;

/**
 * One text for all messages of an event: written, approved and ordered once, as the answer of each incident with its
 * own terms, journal and version. What cannot be done for one is told, and done for the others.
 */
@Service
public class CommonAnswers {

    private final CommonAnswerRows rows;
    private final Events events;
    private final Incidents incidents;
    private final World world;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CommonAnswers(
            CommonAnswerRows rows,
            Events events,
            Incidents incidents,
            World world,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.incidents = incidents;
        this.world = world;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<CommonAnswer> list(long event, Actor viewer) {
        return rows.list(event, Visibility.of(viewer));
    }

    /** Messages of the event that wait for a draft of the viewer's authority. */
    public List<Long> toAnswer(long event, Actor viewer) {
        return events.messages(event, viewer).stream()
                .filter(m -> m.state() == State.IN_WORK && m.lead() != null && viewer.isOf(m.lead()))
                .map(Events.Message::incident)
                .filter(id -> may(Action.SAVE_DRAFT, id, viewer))
                .toList();
    }

    /** Whether this person may do that with one of them, so with each. */
    public boolean mayAny(Action action, List<Long> all, Actor viewer) {
        return all.stream().anyMatch(id -> may(action, id, viewer));
    }

    private boolean may(Action action, long incident, Actor viewer) {
        return incidents
                .find(incident)
                .filter(i -> action.objection(i, viewer, world).isEmpty())
                .isPresent();
    }

    /** Saved and submitted for each message of the event that waits for this authority. */
    public Outcome<ForEach> submit(long event, String text, boolean accurate, Actor by) {
        List<Long> all = toAnswer(event, by);
        Integer authority = by.authority();
        if (all.isEmpty() || authority == null) {
            return Outcome.refused("nothing-to-answer", "В событии нет сообщений, которые ждут проекта от вас.");
        }
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            return Outcome.refused("empty-draft", "Проект ответа пуст. Напишите текст.");
        }
        if (!accurate) {
            return Outcome.refused("not-confirmed", "Подтвердите достоверность и полноту информации (пункт 21).");
        }
        long answer = rows.find(event, authority, text)
                .orElseGet(() -> rows.add(event, authority, text, by.person(), clock.instant()));
        return Outcome.done(ForEach.of(all, id -> submit(answer, id, text, by)));
    }

    /** Together or not at all: what is refused leaves no draft behind. */
    private Outcome<Incident> submit(long answer, long id, String text, Actor by) {
        return transaction.execute(t -> {
            Outcome<Incident> submitted = incidents
                    .handle(id, null, new Command.SaveDraft(DraftKind.FINAL, text), by)
                    .then(saved -> {
                        int draft = saved.head().drafts();
                        rows.addPart(answer, id, draft);
                        return incidents.handle(id, null, new Command.Submit(draft, true), by);
                    });
            submitted.ifRefused(no -> t.setRollbackOnly());
            return submitted;
        });
    }

    public ForEach approve(CommonAnswer common, Actor by) {
        return ForEach.of(
                common.waiting(), id -> incidents.handle(id, null, new Command.Approve(draft(common, id)), by));
    }

    public ForEach remark(CommonAnswer common, String remarks, Actor by) {
        return ForEach.of(
                common.waiting(), id -> incidents.handle(id, null, new Command.Remark(draft(common, id), remarks), by));
    }

    public ForEach publish(CommonAnswer common, Actor by) {
        return ForEach.of(common.approved(), id -> incidents.handle(id, null, new Command.Publish(), by));
    }

    public Optional<CommonAnswer> find(long event, long id, Actor viewer) {
        return list(event, viewer).stream().filter(c -> c.id() == id).findFirst();
    }

    private int draft(CommonAnswer common, long incident) {
        return rows.draft(common.id(), incident);
    }
}
