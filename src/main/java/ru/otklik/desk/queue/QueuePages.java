package ru.otklik.desk.queue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.access.Me;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.QueueRow;
import ru.otklik.casebook.Queues;
import ru.otklik.casework.Actor;
import ru.otklik.desk.Titles;
import ru.otklik.detection.Proposal;
import ru.otklik.directory.Authorities;
import ru.otklik.kernel.Role;
import ru.otklik.listening.Aside;

@Controller
class QueuePages {

    /** A file for a spreadsheet, not for another program: the API has no such end. */
    private static final int MOST_IN_FILE = 10_000;

    private final Queues queues;
    private final Authorities authorities;
    private final Titles titles;
    private final Aside aside;

    QueuePages(Queues queues, Authorities authorities, Titles titles, Aside aside) {
        this.queues = queues;
        this.authorities = authorities;
        this.titles = titles;
        this.aside = aside;
    }

    @GetMapping("/")
    String show(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String renewal,
            @AuthenticationPrincipal Me me,
            Model model) {
        Actor viewer = me.actor();
        var form = new QueueForm(fields);
        List<Queue> mine = Queue.of(viewer);
        Queue queue = form.queue(mine);
        var page = queues.list(queue, viewer, form.filter(), form.after(), titles.now());
        var next = page.next();
        model.addAttribute(
                "view",
                new QueueView(
                        mine.stream()
                                .map(q -> new QueueView.Tab(q.title(), form.in("/", q), q == queue))
                                .toList(),
                        queue,
                        form,
                        page.rows().stream().map(r -> line(r, viewer)).toList(),
                        next == null ? null : form.next(next),
                        form.here(),
                        form.in("/queue.csv", queue),
                        authorities.list(),
                        titles.rubric().groups(),
                        !viewer.seesAll(),
                        viewer.is(Role.OPERATOR),
                        viewer.is(Role.OPERATOR) || viewer.is(Role.ADMINISTRATOR) ? aside.count() : 0));
        return renewal == null ? "desk/queue" : "desk/list";
    }

    @GetMapping("/queue.csv")
    void file(
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal Me me,
            HttpServletResponse response)
            throws IOException {
        Actor viewer = me.actor();
        var form = new QueueForm(fields);
        Queue queue = form.queue(Queue.of(viewer));
        var page = queues.list(queue, viewer, form.filter(), null, titles.now(), MOST_IN_FILE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"queue.csv\"");
        QueueCsv.write(
                response.getWriter(),
                page.rows().stream().map(r -> line(r, viewer)).toList());
    }

    private QueueView.Line line(QueueRow row, Actor viewer) {
        boolean excluded = row.state().isClosed();
        return new QueueView.Line(
                row,
                titles.network(row.network()),
                titles.topic(row.topic()),
                titles.place(row.place()),
                row.lead() == null ? null : titles.authority(row.lead()),
                row.due() == null || excluded ? "" : titles.moment(row.due()),
                excluded ? Optional.empty() : titles.left(row.due(), viewer.authority()),
                viewer.seesAll() && Proposal.Screen.THREAT_TO_LIFE.name().equals(row.screen()),
                viewer.seesAll() && !row.assessed() ? QueueView.proposed(row) : "");
    }
}
