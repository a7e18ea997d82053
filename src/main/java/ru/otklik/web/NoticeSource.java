package ru.otklik.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Supplied by any module that has something to say on every page of whoever signed in. */
public interface NoticeSource {

    List<PageFrame.Notice> notices(HttpServletRequest request);
}
