package ru.otklik.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.access.Me;
import ru.otklik.publication.Acting;

/** Every action of the rule book, in journey order. */
@RestController
@RequestMapping("/api/v1/incidents/{id}")
@Tag(
        name = "Действия",
        description = "Тело каждого действия может нести version: номер версии инцидента, которую видел вызывающий. "
                + "Если инцидент с тех пор изменён, ответ 409 с нынешними version и state. Без version действие "
                + "выполняется над тем, что есть.")
@Refusals
@ApiResponse(
        responseCode = "200",
        description = "Сделано; инцидент, каким он стал",
        content = @Content(schema = @Schema(implementation = IncidentView.class)))
@ApiResponse(
        responseCode = "409",
        description = "Кто-то был быстрее (stale-incident); version и state — что стало",
        content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class)))
class ActionApi {

    private final Acting acting;
    private final Names names;

    ActionApi(Acting acting, Names names) {
        this.acting = acting;
        this.names = names;
    }

    @PostMapping("/assess")
    @Operation(summary = "Подтвердить или исправить оценку (пункт 9.1)")
    ResponseEntity<?> assess(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Assess body) {
        return act(me, id, body);
    }

    @PostMapping("/route")
    @Operation(summary = "Направить в орган власти")
    ResponseEntity<?> route(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Route body) {
        return act(me, id, body);
    }

    @PostMapping("/return")
    @Operation(summary = "Вернуть в ЦУР с обоснованием (пункт 10)")
    ResponseEntity<?> giveBack(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Return body) {
        return act(me, id, body);
    }

    @PostMapping("/reroute")
    @Operation(summary = "Перенаправить в другой орган власти")
    ResponseEntity<?> reroute(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Reroute body) {
        return act(me, id, body);
    }

    @PostMapping("/ask-co-executor")
    @Operation(summary = "Запросить информацию у соисполнителя (пункт 18)")
    ResponseEntity<?> askCoExecutor(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.AskCoExecutor body) {
        return act(me, id, body);
    }

    @PostMapping("/release-co-executor")
    @Operation(summary = "Освободить соисполнителя")
    ResponseEntity<?> releaseCoExecutor(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.ReleaseCoExecutor body) {
        return act(me, id, body);
    }

    @PostMapping("/send-contribution")
    @Operation(summary = "Направить информацию соисполнителя")
    ResponseEntity<?> sendContribution(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.SendContribution body) {
        return act(me, id, body);
    }

    @PostMapping("/send-back-contribution")
    @Operation(summary = "Вернуть информацию соисполнителю с замечаниями")
    ResponseEntity<?> sendBackContribution(
            @AuthenticationPrincipal Me me,
            @PathVariable long id,
            @Valid @RequestBody Bodies.SendBackContribution body) {
        return act(me, id, body);
    }

    @PostMapping("/accept-contribution")
    @Operation(summary = "Согласовать информацию соисполнителя")
    ResponseEntity<?> acceptContribution(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.AcceptContribution body) {
        return act(me, id, body);
    }

    @PostMapping("/save-draft")
    @Operation(summary = "Сохранить новую версию проекта ответа")
    ResponseEntity<?> saveDraft(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.SaveDraft body) {
        return act(me, id, body);
    }

    @PostMapping("/submit")
    @Operation(summary = "Направить версию проекта на согласование (пункт 21)")
    ResponseEntity<?> submit(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Submit body) {
        return act(me, id, body);
    }

    @PostMapping("/remark")
    @Operation(summary = "Вернуть проект с замечаниями")
    ResponseEntity<?> remark(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Remark body) {
        return act(me, id, body);
    }

    @PostMapping("/approve")
    @Operation(summary = "Согласовать версию проекта")
    ResponseEntity<?> approve(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Approve body) {
        return act(me, id, body);
    }

    @PostMapping("/publish")
    @Operation(summary = "Разместить согласованный ответ")
    ResponseEntity<?> publish(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Publish body) {
        return act(me, id, body);
    }

    @PostMapping("/record-publication")
    @Operation(summary = "Указать ссылку на размещённый вручную ответ")
    ResponseEntity<?> recordPublication(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.RecordPublication body) {
        return act(me, id, body);
    }

    @PostMapping("/accept-hand-answer")
    @Operation(summary = "Засчитать ответ, размещённый вручную без согласования")
    ResponseEntity<?> acceptHandAnswer(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.AcceptHandAnswer body) {
        return act(me, id, body);
    }

    @PostMapping("/correct")
    @Operation(summary = "Начать исправление размещённого ответа")
    ResponseEntity<?> correct(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Correct body) {
        return act(me, id, body);
    }

    @PostMapping("/drop-correction")
    @Operation(summary = "Отказаться от исправления")
    ResponseEntity<?> dropCorrection(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.DropCorrection body) {
        return act(me, id, body);
    }

    @PostMapping("/exclude")
    @Operation(summary = "Исключить из работы (пункт 22)")
    ResponseEntity<?> exclude(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Exclude body) {
        return act(me, id, body);
    }

    @PostMapping("/confirm-exclusion")
    @Operation(summary = "Подтвердить исключение")
    ResponseEntity<?> confirmExclusion(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.ConfirmExclusion body) {
        return act(me, id, body);
    }

    @PostMapping("/restore")
    @Operation(summary = "Вернуть исключённое в работу")
    ResponseEntity<?> restore(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.Restore body) {
        return act(me, id, body);
    }

    @PostMapping("/link-repeat")
    @Operation(summary = "Связать с прежним инцидентом как повторное (пункт 19)")
    ResponseEntity<?> linkRepeat(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.LinkRepeat body) {
        return act(me, id, body);
    }

    @PostMapping("/join-event")
    @Operation(summary = "Добавить в событие: многие о том же в том же месте")
    ResponseEntity<?> joinEvent(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.JoinEvent body) {
        return act(me, id, body);
    }

    @PostMapping("/leave-event")
    @Operation(summary = "Убрать из события")
    ResponseEntity<?> leaveEvent(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.LeaveEvent body) {
        return act(me, id, body);
    }

    @PostMapping("/mark-test")
    @Operation(summary = "Отметить как проверочное")
    ResponseEntity<?> markTest(
            @AuthenticationPrincipal Me me, @PathVariable long id, @Valid @RequestBody Bodies.MarkTest body) {
        return act(me, id, body);
    }

    private ResponseEntity<?> act(Me me, long id, Bodies.Body body) {
        return body.command(names)
                .then(command -> acting.handle(id, body.version(), command, me.actor()))
                .fold(done -> ResponseEntity.ok(IncidentView.of(done, names)), Problems::of);
    }
}
