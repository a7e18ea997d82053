package ru.otklik.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal;
import ru.otklik.kernel.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** The one way in for a message, whoever brings it. */
@Service
public class Receiving {

    private final Incidents incidents;
    private final FirstAssessment firstAssessment;
    private final JsonMapper json;
    private final Clock clock;

    Receiving(Incidents incidents, FirstAssessment firstAssessment, JsonMapper json, Clock clock) {
        this.incidents = incidents;
        this.firstAssessment = firstAssessment;
        this.json = json;
        this.clock = clock;
    }

    /** Stores it with what the program thinks of it; refused when it breaks a limit. */
    public Outcome<Incidents.Received> receive(NewMessage message) {
        return proposed(message).map(p -> incidents.receive(List.of(p)).get(0));
    }

    /** What the program thinks of it; refused when it breaks a limit. */
    Outcome<Incidents.Proposed> proposed(NewMessage message) {
        return Limits.checked(message, clock.instant()).map(this::assess);
    }

    private Incidents.Proposed assess(NewMessage message) {
        Proposal proposal = firstAssessment.assess(message.text(), Optional.empty());
        var assessment = new Assessment(
                proposal.topic().map(Proposal.Guess::code).orElse(null),
                proposal.place().map(Proposal.PlaceGuess::code).orElse(null),
                proposal.importance(),
                false);
        return new Incidents.Proposed(message, assessment, json.writeValueAsString(proposal));
    }
}
