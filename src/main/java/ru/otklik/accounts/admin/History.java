package ru.otklik.accounts.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.Tokens;
import ru.otklik.accounts.admin.AccountView.HistoryLine;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;

/** What became of an account: what people changed, and what networks said of its token. */
@Component("accountHistory")
class History {

    private static final int MOST_CHANGES = 100;

    private final Tokens tokens;
    private final Changes changes;

    History(Tokens tokens, Changes changes) {
        this.tokens = tokens;
        this.changes = changes;
    }

    /** The newest first. @param moments how a moment is written */
    List<HistoryLine> of(int account, Function<Instant, String> moments) {
        record Dated(Instant at, HistoryLine line) {}
        var lines = new ArrayList<Dated>();
        for (var event : tokens.events(account)) {
            String what = event.died() ? "Тревога: токен не действует" : "Токен действует";
            lines.add(new Dated(
                    event.at(),
                    new HistoryLine(
                            moments.apply(event.at()), "Отклик", what, List.of(event.sentence()), event.died())));
        }
        for (Change c :
                changes.list(new Changes.Filter(Change.Subject.ACCOUNT, account, null), Long.MAX_VALUE, MOST_CHANGES)) {
            lines.add(new Dated(
                    c.at(), new HistoryLine(moments.apply(c.at()), c.personName(), c.act(), details(c), false)));
        }
        return lines.stream()
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(Dated::line)
                .toList();
    }

    private static List<String> details(Change change) {
        boolean isNew = change.before().isEmpty();
        return Stream.concat(prefixed("было: ", change.before()), prefixed(isNew ? "" : "стало: ", change.after()))
                .toList();
    }

    private static Stream<String> prefixed(String prefix, String lines) {
        return lines.isEmpty() ? Stream.of() : lines.lines().map(l -> prefix + l);
    }
}
