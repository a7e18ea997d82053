package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of the page that a request asks for. */
@Component
class Frames {

    private static final Logger log = LoggerFactory.getLogger(Frames.class);

    private final ObjectProvider<FrameSource> source;
    private final ObjectProvider<NoticeSource> notices;

    Frames(ObjectProvider<FrameSource> source, ObjectProvider<NoticeSource> notices) {
        this.source = source;
        this.notices = notices;
    }

    PageFrame of(HttpServletRequest request) {
        var known = source.getIfAvailable();
        return known == null
                ? new PageFrame(request.getRemoteUser(), List.of(), notices(request), csrf(request))
                : new PageFrame(known.user(request), known.links(request), notices(request), csrf(request));
    }

    private List<PageFrame.Notice> notices(HttpServletRequest request) {
        if (request.getRemoteUser() == null) {
            return List.of();
        }
        return notices.orderedStream().flatMap(n -> told(n, request).stream()).toList();
    }

    /** What cannot be told now must not take the page with it, least of all the error page. */
    private static List<PageFrame.Notice> told(NoticeSource from, HttpServletRequest request) {
        try {
            return from.notices(request);
        } catch (RuntimeException e) {
            log.warn("No notices", e);
            return List.of();
        }
    }

    private static PageFrame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
    }
}
