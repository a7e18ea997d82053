package ru.otklik.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever is asked of the API that it has not: a program must not get a page in answer. */
@RestController
@Hidden
class NoSuchCall {

    @RequestMapping("/api/{other:(?!docs|swagger-ui).*}/**")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "Не найдено",
                "no-call",
                "Вызова %s %s нет. Что есть, описано на странице /api/docs."
                        .formatted(request.getMethod(), request.getRequestURI()));
    }
}
