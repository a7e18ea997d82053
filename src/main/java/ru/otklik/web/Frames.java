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

    Frames(ObjectProvider<FrameSource> source) {
        this.source = source;
    }

    PageFrame of(HttpServletRequest request) {
        var known = source.getIfAvailable();
        return known == null
                ? new PageFrame(request.getRemoteUser(), List.of(), csrf(request))
                : new PageFrame(known.user(request), known.links(request), csrf(request));
    }

    private static PageFrame.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getHeaderName(), token.getParameterName(), token.getToken())
                : null;
    }
}
