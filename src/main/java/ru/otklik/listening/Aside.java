package ru.otklik.listening;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.NewMessage;
import ru.otklik.listening.AsideRows.Row;

/** Posts that were heard and could not be stored: kept until somebody repaired the cause and tried again. */
@Service
public class Aside {

    private static final Logger log = LoggerFactory.getLogger(Aside.class);

    private final AsideRows rows;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Aside(AsideRows rows, Inbox inbox, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    public int count() {
        return rows.count();
    }

    List<Row> list() {
        return rows.list();
    }

    /** In the transaction that passes the post by. */
    void put(NewMessage message, String why, int tries) {
        rows.add(message, why, tries, clock.instant());
    }

    /** True: it is stored now, or somebody else has stored it. */
    boolean again(long id) {
        try {
            var left = new AtomicBoolean();
            transaction.executeWithoutResult(t -> {
                Optional<Row> row = rows.lock(id);
                row.ifPresent(r -> {
                    var refused = inbox.receive(List.of(r.message()), Optional.empty());
                    if (refused.isEmpty()) {
                        rows.delete(id);
                    } else {
                        rows.failed(id, refused.get(0).why());
                        left.set(true);
                    }
                });
            });
            return !left.get();
        } catch (RuntimeException e) {
            log.error("The post put aside as {} cannot be stored", id, e);
            rows.failed(id, sentence(e));
            return false;
        }
    }

    static String sentence(RuntimeException e) {
        String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.substring(0, Math.min(text.length(), 500)).replace("\0", "");
    }
}
