package ru.otklik.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows a table by what it is, not by its name. */
public final class Tables {

    private static final long LARGEST = 50L << 20;

    private Tables() {}

    /** @throws Table.Unusable when the file is no table that can be read */
    public static Table open(Path file) throws IOException {
        return open(file, LARGEST);
    }

    /**
     * @param largest how many bytes it may have
     * @throws Table.Unusable when the file is no table that can be read
     */
    public static Table open(Path file, long largest) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Table.Unusable("Файла нет: %s.".formatted(file));
        }
        if (Files.size(file) > largest) {
            throw new Table.Unusable("Файл больше %d МБ. Разделите его на части.".formatted(largest >> 20));
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
            return XlsxTable.of(file);
        }
        if (start.length == 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF && start[2] == 0x11) {
            throw new Table.Unusable(
                    "Это старый формат Excel (XLS). Сохраните таблицу в формате XLSX или CSV (UTF-8).");
        }
        return CsvTable.of(file);
    }
}
