package ru.otklik.accounts.open;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The public list as files for programs and spreadsheets. */
@Component
class OpenFiles {

    private record Item(
            String authority,
            String network,
            String networkTitle,
            String name,
            String link,
            boolean stateOrganization) {}

    private record Document(@Nullable String changed, List<Item> accounts) {}

    private final OpenList list;
    private final JsonMapper json;

    OpenFiles(OpenList list, JsonMapper json) {
        this.list = list;
        this.json = json;
    }

    byte[] json() {
        var items = list.groups().stream()
                .flatMap(g -> g.accounts().stream()
                        .map(a -> new Item(g.authority(), a.network(), a.networkTitle(), a.name(), a.link(), a.mark())))
                .toList();
        Instant changed = list.changed();
        return json.writeValueAsBytes(new Document(changed == null ? null : changed.toString(), items));
    }

    byte[] csv() {
        var out = new StringWriter();
        out.write('\uFEFF'); // a Russian spreadsheet opens it by a double click
        try (var csv = CsvWriter.builder().fieldSeparator(';').build(out)) {
            csv.writeRecord("Орган власти", "Сеть", "Учётная запись", "Ссылка", "Отметка «Госорганизация»");
            list.groups()
                    .forEach(g -> g.accounts()
                            .forEach(a -> csv.writeRecord(
                                    safe(g.authority()),
                                    safe(a.networkTitle()),
                                    safe(a.name()),
                                    safe(a.link()),
                                    a.mark() ? "да" : "нет")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What somebody typed must not run as a formula. */
    private static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
