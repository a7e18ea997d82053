package ru.otklik.api;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.StaleIncident;
import ru.otklik.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every «no» of the API. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private final Incidents incidents;

    Problems(Incidents incidents) {
        this.incidents = incidents;
    }

    static ResponseEntity<ProblemDetail> of(HttpStatus status, String title, String code, String sentence) {
        return answer(problem(status, title, code, sentence));
    }

    static ResponseEntity<ProblemDetail> of(Refusal no) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "Действие не выполнено", no.code(), no.sentence());
    }

    static ResponseEntity<ProblemDetail> noIncident(long id) {
        return of(
                HttpStatus.NOT_FOUND,
                "Не найдено",
                "no-incident",
                "Инцидента с номером %d нет, или он не в вашей работе.".formatted(id));
    }

    static ResponseEntity<ProblemDetail> bad(String sentence) {
        return of(HttpStatus.BAD_REQUEST, "Запрос не понят", "bad-request", sentence);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lostRace(StaleIncident e) {
        var problem =
                problem(HttpStatus.CONFLICT, "Кто-то был быстрее", "stale-incident", String.valueOf(e.getMessage()));
        incidents.find(e.incident()).ifPresent(i -> {
            problem.setProperty("version", i.head().version());
            problem.setProperty("state", i.state());
        });
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            String field = wrong.getPath().stream()
                    .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                    .collect(Collectors.joining("."));
            return bad("Поле %s: значения нет или оно не того вида.".formatted(field));
        }
        if (e.getCause() instanceof JacksonException wrong && wrong.getLocation() != null) {
            return bad("Это не JSON: ошибка в строке %d, знак %d."
                    .formatted(
                            wrong.getLocation().getLineNr(), wrong.getLocation().getColumnNr()));
        }
        return bad("В теле запроса нужен JSON.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notValid(MethodArgumentNotValidException e) {
        return bad(e.getFieldErrors().stream()
                .map(f -> "Поле %s: %s.".formatted(f.getField(), f.getDefaultMessage()))
                .sorted()
                .collect(Collectors.joining(" ")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongKind(MethodArgumentTypeMismatchException e) {
        return bad("Параметр %s: значение не того вида.".formatted(e.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e) {
        return bad("Нет параметра %s.".formatted(e.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notJson(HttpMediaTypeNotSupportedException e) {
        return of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Запрос не понят",
                "not-json",
                "Тело запроса — JSON: Content-Type: application/json.");
    }

    private static ProblemDetail problem(HttpStatus status, String title, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
