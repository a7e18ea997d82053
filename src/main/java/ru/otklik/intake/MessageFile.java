package ru.otklik.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.otklik.intake.table.Table;
import ru.otklik.intake.table.Tables;
import ru.otklik.kernel.Outcome;

/** A file that was read through once: its format, its header and every row are known to be readable. */
final class MessageFile {

    private static final int MOST_ROWS = 500_000;

    private final Table table;
    private final Columns columns;

    private MessageFile(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    static Outcome<MessageFile> open(Path file, Map<String, String> said) throws IOException {
        Table table = Tables.open(file);
        var header = new AtomicReference<Table.@Nullable Row>();
        var rows = new int[1];
        table.each(row -> {
            if (row.isBlank()) {
                return;
            }
            if (header.get() == null) {
                header.set(row);
            } else if (++rows[0] > MOST_ROWS) {
                throw new Table.Unusable("В файле больше %d строк. Разделите его.".formatted(MOST_ROWS));
            }
        });
        Table.Row first = header.get();
        if (first == null) {
            return Outcome.refused("empty-file", "Файл пуст.");
        }
        if (first.broken() != null) {
            return Outcome.refused("bad-header", "Заголовок таблицы не читается: %s.".formatted(first.broken()));
        }
        return Columns.of(first.cells(), said)
                .then(columns -> rows[0] == 0
                        ? Outcome.refused("no-rows", "В файле есть заголовок, но нет ни одной строки с сообщением.")
                        : Outcome.done(new MessageFile(table, columns)));
    }

    Columns columns() {
        return columns;
    }

    /** The rows after the header; one whose cells do not fit the header is broken. */
    void each(Consumer<Table.Row> reader) {
        var header = new boolean[] {true};
        try {
            table.each(row -> {
                if (row.isBlank()) {
                    return;
                }
                if (header[0]) {
                    header[0] = false;
                } else {
                    reader.accept(checked(row));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table.Row checked(Table.Row row) {
        int found = row.cells().size();
        boolean extra = row.cells().stream().skip(columns.count()).anyMatch(c -> !c.isBlank());
        boolean fits = !table.isEven() || found >= columns.count() && !extra;
        return row.broken() != null || fits
                ? row
                : new Table.Row(
                        row.line(), row.cells(), "столбцов %d, а в заголовке %d".formatted(found, columns.count()));
    }
}
