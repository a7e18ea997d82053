package ru.otklik.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.casework.HeardAnswers;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.listening.Inbox;

/** What a network said goes the way of every message: limits, first assessment, incident. */
@Component
class HeardMessages implements Inbox {

    private final Receiving receiving;
    private final Incidents incidents;
    private final HeardAnswers answers;

    HeardMessages(Receiving receiving, Incidents incidents, HeardAnswers answers) {
        this.receiving = receiving;
        this.incidents = incidents;
        this.answers = answers;
    }

    @Override
    public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
        var refused = new ArrayList<Refused>();
        var proposed = new ArrayList<Incidents.Proposed>();
        messages.forEach(m -> receiving
                .proposed(worded(m), about)
                .<Runnable>fold(p -> () -> proposed.add(p), no -> () -> refused.add(new Refused(m, no.sentence())))
                .run());
        if (!proposed.isEmpty()) {
            incidents.receive(proposed);
        }
        return refused;
    }

    @Override
    public Map<String, String> territories() {
        return receiving.territories();
    }

    /** A picture alone is a message too: a person looks at it. */
    private static NewMessage worded(NewMessage m) {
        return m.text().isBlank()
                ? m.withText(
                        "(без текста; вложений: %d)".formatted(m.attachments().size()))
                : m;
    }

    @Override
    public void gone(String network, String thread, String externalId) {
        incidents.gone(network, thread, externalId);
    }

    @Override
    public void ours(NewMessage answer) {
        if (answer.parent() != null) {
            incidents
                    .find(answer.network(), answer.thread(), answer.parent())
                    .ifPresent(incident -> answers.heard(incident, answer));
        }
    }
}
