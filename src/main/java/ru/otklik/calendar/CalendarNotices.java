package ru.otklik.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.kernel.Role;
import ru.otklik.web.Greeting;
import ru.otklik.web.NoticeSource;
import ru.otklik.web.PageFrame;

/** The warning on every page and at the start. */
@Component
class CalendarNotices implements NoticeSource, Greeting {

    private static final PageFrame.Link LOAD = new PageFrame.Link("Загрузить", "/admin/calendar", false);

    private final WorkingTimes times;
    private final Clock clock;

    CalendarNotices(WorkingTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    @Override
    public List<PageFrame.Notice> notices(HttpServletRequest request) {
        boolean mayLoad = request.isUserInRole(Role.ADMINISTRATOR.name());
        return warning().map(text -> new PageFrame.Notice(text, false, mayLoad ? LOAD : null)).stream()
                .toList();
    }

    @Override
    public List<String> lines() {
        return warning().stream().toList();
    }

    private Optional<String> warning() {
        return CalendarWarning.of(times.current(), clock.instant());
    }
}
