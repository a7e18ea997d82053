package ru.otklik.cli.detect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ru.otklik.detection.learn.Example;
import ru.otklik.intake.table.Table;
import ru.otklik.intake.table.Tables;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Importance;

/**
 * Messages with what people decided about them.
 *
 * @param rows a row of the file each, in its order; a row that cannot be read is an example without text
 * @param lines where the rows begin
 */
record LabelledFile(List<Example> rows, List<Integer> lines) {

    private static final long LARGEST = 1L << 30;
    private static final Set<String> FIELDS =
            Set.of("text", "topic", "group", "authority", "toxic", "screen", "needs_response", "importance");
    private static final Set<String> NO = Set.of("", "0", "0.0", "нет", "false", "no", "clean", "без нарушений");

    /** @param pairs {@code field=column}; a field that is not named stands in the column of its own name, if there is one */
    static Outcome<LabelledFile> read(String file, List<String> pairs) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String pair :
                pairs.stream().flatMap(p -> List.of(p.split(",")).stream()).toList()) {
            int at = pair.indexOf('=');
            if (at < 1 || !FIELDS.contains(pair.substring(0, at).strip())) {
                return Outcome.refused(
                        "usage",
                        "После --map нужно поле=столбец; поля: text, topic, group, authority, toxic, screen, needs_response, importance. А здесь: "
                                + pair);
            }
            said.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
        }
        try {
            return read(Tables.open(Path.of(file), LARGEST), said);
        } catch (Table.Unusable e) {
            return Outcome.refused("unusable", e.sentence());
        } catch (IOException | RuntimeException e) {
            return Outcome.refused("unreadable", "Файл не читается: %s.".formatted(file));
        }
    }

    LabelledFile with(UnaryOperator<Example> change) {
        return new LabelledFile(rows.stream().map(change).toList(), lines);
    }

    private static Outcome<LabelledFile> read(Table table, Map<String, String> said) throws IOException {
        List<Example> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        table.each(row -> {
            if (row.isBlank()) {
                return;
            }
            if (columns.isEmpty() && missing.isEmpty()) {
                find(row.cells(), said, columns, missing);
            } else if (missing.isEmpty()) {
                rows.add(example(row.cells(), columns));
                lines.add(row.line());
            }
        });
        if (!missing.isEmpty()) {
            return Outcome.refused("no-column", missing.get(0));
        }
        return rows.isEmpty()
                ? Outcome.refused("no-rows", "В файле нет ни одной строки с сообщением.")
                : Outcome.done(new LabelledFile(rows, lines));
    }

    private static void find(
            List<String> header, Map<String, String> said, Map<String, Integer> columns, List<String> missing) {
        List<String> titles = header.stream().map(LabelledFile::plain).toList();
        for (String field : FIELDS) {
            String title = said.getOrDefault(field, field);
            int at = titles.indexOf(plain(title));
            if (at >= 0) {
                columns.put(field, at);
            } else if (said.containsKey(field) || field.equals("text")) {
                missing.add("В файле нет столбца «%s». Укажите его: --map %s=НАЗВАНИЕ. Есть столбцы: %.500s"
                        .formatted(title, field, String.join(", ", titles)));
            }
        }
    }

    private static Example example(List<String> cells, Map<String, Integer> columns) {
        String toxic = cell(cells, columns.get("toxic"));
        String screen = cell(cells, columns.get("screen"));
        String asks = cell(cells, columns.get("needs_response"));
        boolean judged = columns.containsKey("toxic") || columns.containsKey("screen");
        String text = cell(cells, columns.get("text"));
        return new Example(
                text == null ? "" : text,
                cell(cells, columns.get("topic")),
                cell(cells, columns.get("group")),
                cell(cells, columns.get("authority")),
                judged ? isYes(toxic) || isYes(screen) : null,
                asks == null ? null : isYes(asks),
                Importance.named(cell(cells, columns.get("importance"))).orElse(null));
    }

    private static boolean isYes(@Nullable String said) {
        return said != null && !NO.contains(said.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String cell(List<String> cells, @Nullable Integer at) {
        String cell = at == null || at >= cells.size() ? "" : cells.get(at).strip();
        return cell.isEmpty() ? null : cell;
    }

    private static String plain(String title) {
        return title.replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
    }
}
