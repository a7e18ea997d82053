package ru.otklik.intake.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text table as people export it. An unclosed quote costs its own row only: reading goes on at the next line, where a
 * strict reader would swallow the rest of the file.
 */
final class CsvTable implements Table {

    private static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final int LONGEST_ROW = 400_000;
    private static final int MOST_LINES_IN_ROW = 2_000;

    private final Path file;
    private final Charset charset;
    private final char separator;

    private CsvTable(Path file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvTable of(Path file) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
        try (var lines = new Lines(file, charset)) {
            String header = lines.next();
            while (header != null && header.isBlank()) {
                header = lines.next();
            }
            if (header == null) {
                throw new Unusable("Файл пуст.");
            }
            return new CsvTable(file, charset, separatorOf(header));
        }
    }

    @Override
    public boolean isEven() {
        return true;
    }

    @Override
    public void each(Consumer<Row> reader) throws IOException {
        try (var lines = new Lines(file, charset)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    reader.accept(row(line, lines));
                }
            }
        }
    }

    private Row row(String first, Lines lines) throws IOException {
        int at = lines.number();
        List<String> taken = new ArrayList<>();
        var text = new StringBuilder(first);
        var cut = new CsvLine(separator);
        while (true) {
            CsvLine.Result result = cut.read(text);
            if (result == CsvLine.Result.WHOLE) {
                return new Row(at, cut.cells(), null);
            }
            String more =
                    result == CsvLine.Result.OPEN && text.length() < LONGEST_ROW && taken.size() < MOST_LINES_IN_ROW
                            ? lines.next()
                            : null;
            if (more == null) {
                lines.giveBack(taken);
                return new Row(at, List.of(), "кавычки не закрыты");
            }
            taken.add(more);
            text.append('\n').append(more);
        }
    }

    /** The one that stands most often outside quotes. */
    private static char separatorOf(String header) {
        int[] count = new int[128];
        boolean quoted = false;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && c < 128) {
                count[c]++;
            }
        }
        if (count[';'] >= count[','] && count[';'] >= count['\t']) {
            return ';';
        }
        return count['\t'] >= count[','] ? '\t' : ',';
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(Files.newInputStream(file), strict)) {
            var buffer = new char[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (new String(buffer, 0, n).indexOf('\0') >= 0) {
                    throw new Unusable("Это не таблица с текстом. Сохраните её в формате CSV (UTF-8) или XLSX.");
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            refuseBinary(file);
            return false;
        }
    }

    private static void refuseBinary(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = ByteBuffer.wrap(in.readNBytes(1 << 16));
            while (start.hasRemaining()) {
                if (start.get() == 0) {
                    throw new Unusable("Это не таблица с текстом. Сохраните её в формате CSV (UTF-8) или XLSX.");
                }
            }
        }
    }

    /** Lines with their numbers, some of which may be given back. */
    private static final class Lines implements AutoCloseable {
        private final BufferedReader in;
        private final Deque<String> again = new ArrayDeque<>();
        private int number;

        Lines(Path file, Charset charset) throws IOException {
            in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        }

        @Nullable
        String next() throws IOException {
            String line = again.isEmpty() ? in.readLine() : again.pop();
            if (line == null) {
                return null;
            }
            number++;
            return number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        }

        int number() {
            return number;
        }

        void giveBack(List<String> lines) {
            number -= lines.size();
            for (int i = lines.size() - 1; i >= 0; i--) {
                again.push(lines.get(i));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
