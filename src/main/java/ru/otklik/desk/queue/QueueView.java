package ru.otklik.desk.queue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.casebook.Queue;
import ru.otklik.casebook.QueueRow;
import ru.otklik.desk.Titles;
import ru.otklik.detection.Proposal;
import ru.otklik.detection.Rubric;
import ru.otklik.directory.Authority;

/**
 * The page of a queue.
 *
 * @param ofAuthority the viewer sees one authority only: no choice of authorities
 * @param here its own address: the list renews itself from it
 * @param next address of the next page; null on the last
 * @param mayAdd brings messages by hand
 * @param aside how many posts could not be stored, for those who can do something about it
 */
public record QueueView(
        List<Tab> tabs,
        Queue queue,
        QueueForm form,
        List<Line> lines,
        @Nullable String next,
        String here,
        String csv,
        List<Authority> authorities,
        List<Rubric.Group> topics,
        boolean ofAuthority,
        boolean mayAdd,
        int aside) {

    public record Tab(String title, String href, boolean current) {}

    /** @param proposed why the message may not have to be routed; empty: the program thinks that it has to */
    public record Line(
            QueueRow row,
            String network,
            String topic,
            String place,
            @Nullable String lead,
            String due,
            Optional<Titles.Left> left,
            boolean threat,
            String proposed) {}

    static String proposed(QueueRow row) {
        Optional<String> exclusion = Stream.of(Proposal.Screen.values())
                .filter(s -> s != Proposal.Screen.THREAT_TO_LIFE && s.name().equals(row.screen()))
                .map(s -> new Proposal.Screening(s, List.of(), Optional.ofNullable(row.screenShare())))
                .filter(Proposal.Screening::excludes)
                .map(s -> "предложено исключить: " + s.screen().title())
                .findFirst();
        return exclusion
                .or(() -> Stream.of(Proposal.Need.values())
                        .filter(n -> !n.isAnswered() && n.name().equals(row.need()))
                        .map(n -> "ответ, похоже, не нужен: " + n.title())
                        .findFirst())
                .orElse("");
    }
}
