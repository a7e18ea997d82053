package ru.otklik.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.access.Me;
import ru.otklik.casebook.IncidentFiles;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.Queues;
import ru.otklik.casework.Actor;
import ru.otklik.casework.State;
import ru.otklik.desk.JournalLines;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Importance;

/** One incident with all that its page shows, and the lists that the pages show. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Инциденты")
@Refusals
class IncidentApi {

    private static final int MOST = 200;
    private static final Set<String> PARAMETERS =
            Set.of("queue", "state", "authority", "topic", "overdue", "text", "test", "importance", "limit", "cursor");

    private final Visible visible;
    private final IncidentFiles files;
    private final Queues queues;
    private final Names names;
    private final JournalLines journal;
    private final Clock clock;

    IncidentApi(Visible visible, IncidentFiles files, Queues queues, Names names, JournalLines journal, Clock clock) {
        this.visible = visible;
        this.files = files;
        this.queues = queues;
        this.names = names;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Инцидент: сообщение, сроки с объяснением, версии ответа, журнал")
    @ApiResponse(
            responseCode = "200",
            description = "Готово",
            content = @Content(schema = @Schema(implementation = IncidentWhole.class)))
    ResponseEntity<?> show(@AuthenticationPrincipal Me me, @PathVariable long id) {
        return visible.find(id, me)
                .flatMap(i -> files.find(id, me.actor()).map(f -> IncidentWhole.of(i, f, names, journal)))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.noIncident(id));
    }

    @GetMapping
    @Operation(
            summary = "Список инцидентов",
            description = "Без queue: все, что видны владельцу токена, новые сверху. С queue: та же очередь, что на "
                    + "страницах, раньше срок — выше. Следующая страница: тот же запрос с cursor из поля next.")
    @ApiResponse(
            responseCode = "200",
            description = "Готово",
            content = @Content(schema = @Schema(implementation = IncidentItem.Page.class)))
    ResponseEntity<?> list(
            @AuthenticationPrincipal Me me,
            @Parameter(description = "очередь") @RequestParam(defaultValue = "EVERY") Queue queue,
            @RequestParam(required = false) @Nullable State state,
            @Parameter(description = "основной исполнитель: код или номер") @RequestParam(required = false) @Nullable
                    String authority,
            @Parameter(description = "код темы, или код группы с точкой на конце: roads.")
                    @RequestParam(required = false)
                    @Nullable
                    String topic,
            @Parameter(description = "только с просроченной обязанностью, в том числе соисполнителя")
                    @RequestParam(defaultValue = "false")
                    boolean overdue,
            @Parameter(description = "часть текста сообщения") @RequestParam(required = false) @Nullable String text,
            @Parameter(description = "только проверочные или только настоящие")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean test,
            @Parameter(description = "эта категория важности и выше") @RequestParam(required = false) @Nullable
                    Importance importance,
            @Parameter(description = "от 1 до 200") @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) @RequestParam Map<String, String> given) {
        Actor viewer = me.actor();
        Optional<String> complaint = complaint(given.keySet(), limit, text);
        if (complaint.isPresent()) {
            return Problems.bad(complaint.get());
        }
        Optional<Queues.Cursor> after = cursor == null ? Optional.empty() : IncidentItem.Page.after(cursor, queue);
        if (cursor != null && after.isEmpty()) {
            return Problems.bad("Параметр cursor: передайте то, что было в поле next той же очереди.");
        }
        Outcome<Optional<Integer>> lead = authority == null
                ? Outcome.done(Optional.empty())
                : names.authority(authority).map(Optional::of);
        return lead.fold(
                l -> {
                    var filter = new Queues.Filter(state, l.orElse(null), topic, overdue, text, test, importance);
                    var page = queues.list(queue, viewer, filter, after.orElse(null), clock.instant(), limit);
                    return ResponseEntity.ok(IncidentItem.Page.of(page, names));
                },
                Problems::of);
    }

    /** A misspelt filter must not pass for a list without it. */
    private static Optional<String> complaint(Set<String> given, int limit, @Nullable String text) {
        Optional<String> strange =
                given.stream().filter(p -> !PARAMETERS.contains(p)).sorted().findFirst();
        if (strange.isPresent()) {
            return Optional.of("Параметра %s нет. Какие есть, описано на странице /api/docs.".formatted(strange.get()));
        }
        if (limit < 1 || limit > MOST) {
            return Optional.of("Параметр limit: от 1 до %d.".formatted(MOST));
        }
        return text != null && text.indexOf('\0') >= 0
                ? Optional.of("Параметр text: в нём нулевой символ.")
                : Optional.empty();
    }
}
