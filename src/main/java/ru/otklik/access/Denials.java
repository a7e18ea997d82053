package ru.otklik.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** How a «no» looks before any controller is reached: a problem document for the API, a way on for a page. */
final class Denials {

    private static final String LOGIN = "/login";
    private static final String EXPIRED = "/login?expired";

    private Denials() {}

    static void noToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problem(response, 401, "no-token", "Нужен токен доступа", "Передайте токен: Authorization: Bearer otk_…");
    }

    static void wrongToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problem(
                response,
                401,
                "wrong-token",
                "Токен не действует",
                "Токен неизвестен или отозван, либо его владелец больше не работает. Получите новый у администратора.");
    }

    static void noRight(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problem(response, 403, "no-right", "Недостаточно прав", "Роль владельца токена не позволяет это действие.");
    }

    static void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        go(request, response, request.getRequestedSessionId() == null ? LOGIN : EXPIRED);
    }

    /** A form sent after its session ended is refused for its CSRF token; the person only has to sign in again. */
    static void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        if (e instanceof CsrfException && !signedIn) {
            go(request, response, EXPIRED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String where) throws IOException {
        String target = request.getContextPath() + where;
        if (isFragment(request)) { // a redirect would put the sign-in page inside the fragment
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }

    static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static void problem(HttpServletResponse response, int status, String code, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = """
                {"type":"about:blank","status":%d,"code":"%s","title":"%s","detail":"%s"}
                """.formatted(status, code, title, detail).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
