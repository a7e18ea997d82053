package ru.otklik.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.World;
import ru.otklik.desk.IncidentView.DraftLine;
import ru.otklik.desk.IncidentView.Form;
import ru.otklik.desk.words.WordDiff;
import ru.otklik.detection.Proposal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the page of an incident shows to one person now. */
@Component
class IncidentScreen {

    /** @param typed null: the page is only looked at */
    record Attempt(@Nullable Typed typed, String error, boolean stale) {
        static final Attempt NONE = new Attempt(null, "", false);
    }

    private final World world;
    private final Forms forms;
    private final JournalLines journal;
    private final Titles titles;
    private final InNetwork network;
    private final JsonMapper json;

    IncidentScreen(World world, Forms forms, JournalLines journal, Titles titles, InNetwork network, JsonMapper json) {
        this.world = world;
        this.forms = forms;
        this.journal = journal;
        this.titles = titles;
        this.network = network;
        this.json = json;
    }

    IncidentView view(Incident incident, IncidentFile file, Actor viewer, Attempt attempt, CsrfToken csrf) {
        Typed typed = attempt.typed();
        Proposal proposal = proposal(file.proposal());
        InNetwork.Seen seen = network.of(incident, file, viewer);
        Set<Action> open = Action.openTo(seen.acting(), incident, world);
        var scene = new Forms.Scene(incident, file, viewer, proposal, seen.failed());
        List<Form> offered = forms.forms(open, scene, typed, attempt.error());
        boolean lost = typed != null && !open.contains(typed.action());
        return new IncidentView(
                incident.head(),
                file,
                incident instanceof Incident.UnderWay u
                        ? titles.authority(u.work().lead())
                        : null,
                proposal,
                TermLines.of(incident, file.terms(), titles),
                drafts(file.drafts()),
                journal.of(file.journal()),
                offered,
                typed != null && lost ? kept(typed) : List.of(),
                viewer.seesAll() && proposal != null ? threat(proposal) : List.of(),
                seen,
                attempt.stale(),
                lost ? attempt.error() : "",
                csrf,
                titles);
    }

    private @Nullable Proposal proposal(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Proposal.class);
        } catch (JacksonException fromAnotherVersion) {
            return null;
        }
    }

    /** Clause 22: excluded from answering, and shown at once. */
    private static List<String> threat(Proposal p) {
        return p.screening().screen() == Proposal.Screen.THREAT_TO_LIFE
                ? p.screening().words()
                : List.of();
    }

    private List<DraftLine> drafts(List<IncidentFile.Draft> drafts) {
        var lines = new ArrayList<DraftLine>();
        for (int n = drafts.size() - 1; n >= 0; n--) {
            var draft = drafts.get(n);
            lines.add(new DraftLine(
                    draft,
                    titles.person(draft.by()),
                    n == 0 ? List.of() : WordDiff.of(drafts.get(n - 1).text(), draft.text()),
                    n > 0 && !drafts.get(n - 1).pictures().equals(draft.pictures())));
        }
        return lines;
    }

    /** What a person wrote in words; numbers and choices are quickly made again. */
    private static List<String> kept(Typed typed) {
        return Stream.of("text", "remarks", "remark", "reason", "question", "note", "url")
                .map(typed::text)
                .filter(t -> !t.isBlank())
                .toList();
    }
}
