package ru.otklik.api;

import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.StaleIncident;
import ru.otklik.kernel.Refusal;
import ru.otklik.worktime.OutsideCalendar;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every «no» of the API. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Incidents incidents;

    Problems(Incidents incidents) {
        this.incidents = incidents;
    }

    static ResponseEntity<ProblemDetail> of(HttpStatus status, String title, String code, String sentence) {
        return answer(problem(status, title, code, sentence));
    }

    static ResponseEntity<ProblemDetail> of(Refusal no) {
        if (no.code().equals(Incidents.NO_INCIDENT)) {
            return of(HttpStatus.NOT_FOUND, "Не найдено", no.code(), no.sentence());
        }
        return of(HttpStatus.UNPROCESSABLE_CONTENT, "Действие не выполнено", no.code(), no.sentence());
    }

    static ResponseEntity<ProblemDetail> noIncident(long id) {
        return of(Incidents.noIncident(id));
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

    /** 503 says «bring it again»: the message is not stored, and it will be once the year is loaded. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> outsideCalendar(OutsideCalendar e) {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Сроки не посчитать",
                "outside-calendar",
                String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            String field = wrong.getPath().stream()
                    .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                    .collect(Collectors.joining("."));
            return bad(
                    wrong instanceof UnrecognizedPropertyException
                            ? "Поля %s нет. Какие есть, описано на странице /api/docs.".formatted(field)
                            : "Поле %s: значения нет или оно не того вида.".formatted(field));
        }
        if (e.getCause() instanceof StreamConstraintsException) {
            return of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Запрос слишком велик",
                    "too-large",
                    "Тело запроса больше %d МБ или устроено слишком сложно.".formatted(StrictJson.LONGEST / 1_000_000));
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

    /** The caller takes neither JSON nor a problem document: it gets one all the same. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return of(
                HttpStatus.NOT_ACCEPTABLE,
                "Запрос не понят",
                "not-acceptable",
                "API отвечает только application/json: уберите заголовок Accept или назовите в нём этот вид.");
    }

    /** Ours to mend: the number finds the story in the log. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(Exception e) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("API {}", number, e);
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Внутренняя ошибка",
                "broken",
                "Отклик не смог выполнить запрос. Повторите; если не помогло, сообщите администратору номер %s."
                        .formatted(number));
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
