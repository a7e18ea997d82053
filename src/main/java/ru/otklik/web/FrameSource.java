package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Supplied by the module that knows people: who looks at the page, and where they may go. At most one bean. */
public interface FrameSource {

    /** The name to show; null for a stranger. */
    @Nullable
    String user(HttpServletRequest request);

    List<PageFrame.Link> links(HttpServletRequest request);
}
