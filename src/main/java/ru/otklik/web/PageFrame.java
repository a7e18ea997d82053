package ru.otklik.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content. Each page template takes it as {@code @param ru.otklik.web.PageFrame frame};
 * nobody has to put it into the model.
 *
 * @param user the name of who signed in; null for a stranger
 * @param csrf null where there is no protection to satisfy
 */
public record PageFrame(
        @Nullable String user,
        List<Link> links,
        List<Notice> notices,
        @Nullable Csrf csrf) {

    /**
     * An entry of the main navigation.
     *
     * @param current whether this page is it
     */
    public record Link(String title, String href, boolean current) {}

    /**
     * What everybody must know whatever page they look at.
     *
     * @param urgent something is broken now; else it will be
     * @param link where to mend it; null for those who cannot
     */
    public record Notice(
            String text, boolean urgent, @Nullable Link link) {}

    public record Csrf(String header, String parameter, String token) {

        /** As htmx wants it in {@code hx-headers}. */
        public String headers() {
            return "{\"" + header + "\": \"" + token + "\"}";
        }
    }
}
