package ru.otklik.desk.repeats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.otklik.background.Remembered;
import ru.otklik.kernel.Role;
import ru.otklik.repeats.Bursts;
import ru.otklik.repeats.Bursts.Noticed;
import ru.otklik.web.NoticeSource;
import ru.otklik.web.PageFrame;

/** The signal to the centre while a burst is fresh and nobody looked at it. */
@Component
class BurstNotices implements NoticeSource {

    private static final PageFrame.Link LOOK = new PageFrame.Link("Посмотреть всплески", "/bursts", false);

    private final Remembered<List<Noticed>> fresh;
    private final BurstWords words;

    BurstNotices(Bursts bursts, BurstWords words) {
        this.fresh = new Remembered<>(bursts::fresh, Duration.ofSeconds(5), System::nanoTime);
        this.words = words;
    }

    @Override
    public List<PageFrame.Notice> notices(HttpServletRequest request) {
        boolean centre = request.isUserInRole(Role.OPERATOR.name()) || request.isUserInRole(Role.APPROVER.name());
        if (!centre) {
            return List.of();
        }
        List<Noticed> all = fresh.current();
        return all.stream()
                .limit(1)
                .map(b -> new PageFrame.Notice(
                        "Всплеск сообщений: %s. %s.%s"
                                .formatted(words.subject(b), words.now(b), all.size() > 1 ? " Есть и другие." : ""),
                        true,
                        LOOK))
                .toList();
    }
}
