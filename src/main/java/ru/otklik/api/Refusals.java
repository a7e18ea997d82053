package ru.otklik.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.State;

/** Every «no» that a call may get, for the description of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponses({
    @ApiResponse(
            responseCode = "400",
            description = "Запрос не понят: не JSON, неизвестное поле, значение не того вида или его нет",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "401",
            description = "Токена нет (no-token), он неизвестен или отозван (wrong-token)",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "404",
            description = "Такого инцидента нет, или он не в работе владельца токена (no-incident)",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "413",
            description = "Тело запроса слишком велико (too-large)",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "415",
            description = "Тело запроса — не application/json (not-json)",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "422",
            description = "Не по правилам: какое правило — в code, предложение для человека — в detail",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class))),
    @ApiResponse(
            responseCode = "500",
            description = "Ошибка Отклика (broken); по номеру из detail её находят в журнале программы",
            content = @Content(mediaType = Refusals.TYPE, schema = @Schema(implementation = Refusals.Problem.class)))
})
@interface Refusals {

    String TYPE = "application/problem+json";

    /**
     * As RFC 9457 has it, and what Отклик adds.
     *
     * @param code stable, for programs
     * @param version what the incident has become; only with 409
     */
    record Problem(
            String title,
            int status,
            String detail,
            String instance,
            String code,
            @Nullable Integer version,
            @Nullable State state) {}
}
