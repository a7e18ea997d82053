package ru.otklik.accounts.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** The list as a page, a part of another site's page, and two files that another site may fetch. */
@Controller
class OpenPages {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final OpenList list;
    private final OpenFiles files;

    OpenPages(OpenList list, OpenFiles files) {
        this.list = list;
        this.files = files;
    }

    @GetMapping("/accounts")
    @Nullable
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        return shown("accounts/open", request, response, model);
    }

    @GetMapping("/accounts/embed")
    @Nullable
    String part(HttpServletRequest request, HttpServletResponse response, Model model) {
        return shown("accounts/embed", request, response, model);
    }

    @GetMapping("/accounts.json")
    @Nullable
    ResponseEntity<byte[]> json(HttpServletRequest request, HttpServletResponse response) {
        return file(files.json(), MediaType.APPLICATION_JSON_VALUE, request, response);
    }

    @GetMapping("/accounts.csv")
    @Nullable
    ResponseEntity<byte[]> csv(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"accounts.csv\"");
        return file(files.csv(), "text/csv;charset=UTF-8", request, response);
    }

    private @Nullable ResponseEntity<byte[]> file(
            byte[] body, String type, HttpServletRequest request, HttpServletResponse response) {
        // anybody may read it, and nobody is told apart: no credentials are looked at
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified");
        return isKnown(body, request, response)
                ? null
                : ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(type))
                        .body(body);
    }

    private @Nullable String shown(String view, HttpServletRequest request, HttpServletResponse response, Model model) {
        var groups = list.groups();
        String changed = list.changedOn();
        if (isKnown((view + changed + groups).getBytes(StandardCharsets.UTF_8), request, response)) {
            return null;
        }
        model.addAttribute("groups", groups);
        model.addAttribute("changed", changed);
        return view;
    }

    /** Whoever asks has it already: 304 is on its way. The tag is weak, so that the body may be compressed. */
    private boolean isKnown(byte[] content, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
        return new ServletWebRequest(request, response)
                .checkNotModified(
                        "W/\"" + digest(content) + "\"", list.lastModified().toEpochMilli());
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
