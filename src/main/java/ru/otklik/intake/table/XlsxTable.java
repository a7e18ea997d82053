package ru.otklik.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** The first sheet of a workbook. Its insides are measured before they are read: a small file may unfold into a huge one. */
final class XlsxTable implements Table {

    private static final long UNFOLDED = 400L << 20;
    /** These stand in memory whole while the sheet is read. */
    private static final long SHARED_STRINGS = 120L << 20;

    private static final int PARTS = 2_000;
    private static final int COLUMNS = 200;
    private static final String NOT_READ =
            "Файл XLSX не читается: он повреждён. Откройте его и сохраните заново или в формате CSV (UTF-8).";

    private final Path file;

    private XlsxTable(Path file) {
        this.file = file;
    }

    static XlsxTable of(Path file) throws IOException {
        measure(file);
        return new XlsxTable(file);
    }

    @Override
    public boolean isEven() {
        return false;
    }

    @Override
    public void each(Consumer<Row> reader) throws IOException {
        try (var book = new ReadableWorkbook(file.toFile());
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(r -> reader.accept(row(r)));
        } catch (ExcelReaderException | UncheckedIOException | ZipException e) {
            throw new Unusable(NOT_READ);
        } catch (NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unusable(NOT_READ); // what the reader does with parts that are missing or make no sense
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row) {
        int count = Math.min(row.getCellCount(), COLUMNS);
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(row.hasCell(i) ? row.getCellText(i) : "");
        }
        return new Row(row.getRowNum(), cells, null);
    }

    private static void measure(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS || zip.getEntry("xl/workbook.xml") == null) {
                throw new Unusable("Это не таблица Excel. Сохраните её в формате CSV (UTF-8) или XLSX.");
            }
            long left = UNFOLDED;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                boolean shared = entry.getName().endsWith("sharedStrings.xml");
                left -= size(zip, entry, shared ? Math.min(left, SHARED_STRINGS) : left);
            }
        } catch (ZipException e) {
            throw new Unusable(NOT_READ);
        }
    }

    /** By unpacking: the size that the file declares may lie. */
    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (size == 0 && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                    throw new Unusable(NOT_READ); // no honest workbook has one
                }
                size += n;
                if (size > most) {
                    throw new Unusable("Файл XLSX внутри слишком велик. Разделите его на части или сохраните в CSV.");
                }
            }
        }
        return size;
    }
}
