package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Supplied by any module that has something to say on every page of whoever signed in: it must cost nothing. */
public interface NoticeSource {

    /** The most urgent first; empty for who is not concerned. */
    List<PageFrame.Notice> notices(HttpServletRequest request);
}
