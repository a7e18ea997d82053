package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module tells those who look at a page, whatever page it is. Asked for every page: it must cost nothing. */
public interface FrameNotices {

    /** @param href where one does something about it; null: nowhere, for who looks */
    record Notice(String text, @Nullable String href) {}

    /** The most urgent first; empty for who is not concerned. */
    List<Notice> notices(HttpServletRequest request);
}
