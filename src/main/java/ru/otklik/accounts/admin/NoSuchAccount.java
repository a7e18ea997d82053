package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** An address with a number that no account has is no bug. */
@ControllerAdvice(basePackageClasses = NoSuchAccount.class)
class NoSuchAccount {

    @ExceptionHandler
    void none(NoSuchElementException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
