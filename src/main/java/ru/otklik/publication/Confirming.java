package ru.otklik.publication;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.HandAnswers;
import ru.otklik.casework.HeardAnswers;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.kernel.Refusal;
import ru.otklik.networks.Reply;
import ru.otklik.publication.Publications.Publication;

/** An answer stands in the network: the outbox and the incident learn it together, whoever saw it first. */
@Component
class Confirming implements HeardAnswers {

    static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final OutboxRows rows;
    private final Incidents incidents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Confirming(OutboxRows rows, Incidents incidents, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.incidents = incidents;
        this.transaction = transaction;
        this.clock = clock;
    }

    void posted(long row, long incident, int draft, Reply.Posted posted) {
        transaction.executeWithoutResult(t -> {
            var command = new Command.ConfirmPublication(draft, posted.url(), posted.at());
            String objection =
                    incidents.handle(incident, null, command, Actor.SYSTEM).fold(done -> null, Refusal::sentence);
            rows.sent(row, posted, objection, clock.instant().plus(FIRST_LOOK));
        });
    }

    /** The listener may see an answer before the outbox knows that it was posted, or one that a person posted. */
    @Override
    public void heard(long incident, NewMessage answer) {
        var all = rows.list(incident);
        if (all.stream().anyMatch(p -> answer.externalId().equals(p.externalId()))) {
            return;
        }
        var at = answer.postedAt() == null ? clock.instant() : answer.postedAt();
        var ours = all.stream()
                .filter(p -> p.state().isOpen() && isText(incident, p, answer.text()))
                .findFirst();
        if (ours.isPresent()) {
            var posted = new Reply.Posted(answer.url(), answer.externalId(), at);
            posted(ours.get().id(), incident, ours.get().draft(), posted);
        } else {
            var command = new Command.NoteHandAnswer(answer.externalId(), answer.url(), answer.text(), at);
            // refused where it is known already
            incidents.handle(incident, null, command, Actor.SYSTEM).fold(i -> i, no -> null);
        }
    }

    private boolean isText(long incident, Publication p, String text) {
        return HandAnswers.same(rows.text(incident, p.draft()), text);
    }
}
