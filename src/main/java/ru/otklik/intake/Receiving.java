package ru.otklik.intake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return proposed(message, Optional.empty())
                .map(p -> incidents.receive(List.of(p)).get(0));
    }

    /**
     * What the program thinks of it; refused when it breaks a limit.
     *
     * @param about the territory that its source is about
     */
    Outcome<Incidents.Proposed> proposed(NewMessage message, Optional<String> about) {
        return Limits.checked(message, clock.instant()).map(m -> assess(m, about));
    }

    /** Titles by code. */
    Map<String, String> territories() {
        var titles = new LinkedHashMap<String, String>();
        firstAssessment.gazetteer().territories().forEach(t -> titles.put(t.code(), t.title()));
        return titles;
    }

    private Incidents.Proposed assess(NewMessage message, Optional<String> about) {
        Proposal proposal = firstAssessment.assess(message.text(), about);
        var assessment = new Assessment(
                proposal.topic().map(Proposal.Guess::code).orElse(null),
                proposal.place().map(Proposal.PlaceGuess::code).orElse(null),
                proposal.importance(),
                false);
        return new Incidents.Proposed(message, assessment, json.writeValueAsString(proposal));
    }
}
