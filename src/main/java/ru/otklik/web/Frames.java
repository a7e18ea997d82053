package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of the page that a request asks for. */
@Component
class Frames {

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
        return request.getRemoteUser() == null
                ? List.of()
                : notices.orderedStream()
                        .flatMap(n -> n.notices(request).stream())
                        .toList();
    }

    private static PageFrame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
    }
}
