package ru.otklik.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.access.Me;
import ru.otklik.casework.State;
import ru.otklik.kernel.Outcome;

/** One incident with its terms, and lists of them. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Инциденты")
class IncidentApi {

    private static final int MOST = 200;

    private final Visible visible;
    private final Names names;
    private final IncidentLists lists;
    private final Clock clock;

    IncidentApi(Visible visible, Names names, IncidentLists lists, Clock clock) {
        this.visible = visible;
        this.names = names;
        this.lists = lists;
        this.clock = clock;
    }

    record Whole(
            @JsonUnwrapped IncidentView incident,
            IncidentLists.Message message,
            List<IncidentLists.Term> obligations) {}

    /** @param next the cursor of the next page; absent: this is the last */
    record Page(List<IncidentLists.Item> items, @Nullable String next) {}

    @GetMapping("/{id}")
    @Operation(summary = "Инцидент, его сообщение и сроки с объяснением")
    ResponseEntity<?> show(@AuthenticationPrincipal Me me, @PathVariable long id) {
        return visible.find(id, me)
                .<ResponseEntity<?>>map(i -> ResponseEntity.ok(
                        new Whole(IncidentView.of(i, names), lists.message(id), lists.terms(id, names))))
                .orElseGet(() -> Problems.noIncident(id));
    }

    @GetMapping
    @Operation(
            summary = "Список инцидентов, новые сверху",
            description = "Следующая страница: тот же запрос с cursor из поля next.")
    ResponseEntity<?> list(
            @AuthenticationPrincipal Me me,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        if (limit < 1 || limit > MOST) {
            return Problems.bad("Параметр limit: от 1 до %d.".formatted(MOST));
        }
        Outcome<Integer> lead = authority == null ? Outcome.done(0) : names.authority(authority);
        var actor = Visible.actor(me);
        Integer only = actor.seesAll() ? null : Integer.valueOf(actor.authority() == null ? 0 : actor.authority());
        return lead.fold(
                l -> {
                    var query = new IncidentLists.Query(
                            only, state, authority == null ? null : l, topic, overdue, cursor, limit + 1);
                    return ResponseEntity.ok(page(lists.list(query, clock.instant(), names), limit));
                },
                Problems::of);
    }

    private static Page page(List<IncidentLists.Item> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        return new Page(
                found.subList(0, limit), String.valueOf(found.get(limit - 1).id()));
    }
}
