package ru.otklik.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.otklik.access.Me;
import ru.otklik.casework.Incidents.Received;
import ru.otklik.casework.NewMessage;
import ru.otklik.intake.Receiving;
import ru.otklik.kernel.Role;

/** How a monitoring service brings what it found. */
@RestController
@Tag(name = "Сообщения")
@Refusals
class MessageApi {

    private static final String NEEDED = "значения нет";

    private final Receiving receiving;

    MessageApi(Receiving receiving) {
        this.receiving = receiving;
    }

    record Author(@Nullable String name, @Nullable String url) {}

    record Message(
            @NotNull(message = NEEDED) String network,
            @Nullable String thread,
            @NotNull(message = NEEDED) String externalId,
            @Nullable String url,
            @Nullable Author author,
            @NotNull(message = NEEDED) String text,
            @Nullable Instant postedAt,
            @Nullable List<String> attachments,
            @Nullable String parent) {
        NewMessage toNew() {
            return new NewMessage(
                    network,
                    thread == null ? "" : thread,
                    externalId,
                    url,
                    author == null ? null : author.name(),
                    author == null ? null : author.url(),
                    text,
                    postedAt,
                    attachments == null ? List.of() : attachments,
                    parent);
        }
    }

    /** @param revised it was known, with another text */
    record Answer(long id, boolean created, boolean revised) {
        static Answer of(Received r) {
            return new Answer(r.incident(), r.kind() == Received.Kind.CREATED, r.kind() == Received.Kind.REVISED);
        }
    }

    @PostMapping("/api/v1/messages")
    @Operation(
            summary = "Передать найденное сообщение",
            description = "201: создан инцидент; 200: сообщение уже известно, при изменённом тексте revised: true. "
                    + "Сообщение узнаётся по network, thread и externalId.")
    @ApiResponse(
            responseCode = "201",
            description = "Создан инцидент; его адрес в заголовке Location",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Сообщение уже известно",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Производственный календарь кончился (outside-calendar): сообщение не сохранено, "
                    + "передайте его ещё раз, когда администратор загрузит год",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description = "Владелец токена — не оператор ЦУР и не администратор (no-right)",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class)))
    ResponseEntity<?> receive(@AuthenticationPrincipal Me me, @Valid @RequestBody Message message) {
        if (!me.has(Role.OPERATOR) && !me.has(Role.ADMINISTRATOR)) {
            return Problems.of(
                    HttpStatus.FORBIDDEN,
                    "Недостаточно прав",
                    "no-right",
                    "Сообщения передаёт оператор ЦУР или администратор.");
        }
        return receiving.receive(message.toNew()).fold(MessageApi::answer, Problems::of);
    }

    private static ResponseEntity<?> answer(Received received) {
        var body = Answer.of(received);
        return body.created()
                ? ResponseEntity.created(URI.create("/api/v1/incidents/" + body.id()))
                        .body(body)
                : ResponseEntity.ok(body);
    }
}
