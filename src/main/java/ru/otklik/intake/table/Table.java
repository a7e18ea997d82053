package ru.otklik.intake.table;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of a file, the header first, one by one: a file may be read many times and never stands in memory whole. */
public interface Table {

    /**
     * @param line where it begins, as a person counts
     * @param broken why its cells cannot be told apart; null: they can
     */
    record Row(int line, List<String> cells, @Nullable String broken) {
        public boolean isBlank() {
            return broken == null && cells.stream().allMatch(String::isBlank);
        }
    }

    void each(Consumer<Row> reader) throws IOException;

    /** The number of cells in a row may only be checked where every row writes down all of them. */
    boolean isEven();

    /** The file as a whole cannot be read; the message is a sentence for the person. */
    class Unusable extends RuntimeException {
        public Unusable(String sentence) {
            super(sentence);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
