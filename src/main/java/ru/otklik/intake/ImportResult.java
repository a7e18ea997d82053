package ru.otklik.intake;

import java.util.List;

/**
 * What became of a file.
 *
 * @param skipped rows that were not taken, in the order of the file
 */
public record ImportResult(int created, int known, int revised, List<Skipped> skipped) {

    /** @param line where the row begins in the file */
    public record Skipped(int line, String reason) {}

    public int rows() {
        return created + known + revised + skipped.size();
    }

    public String sentence() {
        return "Новых сообщений: %d, уже известных: %d, с изменённым текстом: %d, пропущено строк: %d."
                .formatted(created, known, revised, skipped.size());
    }
}
