package ru.otklik.intake.table;

import java.util.ArrayList;
import java.util.List;

/** Cuts one record of a text table into cells. It goes on where it stopped when a further line was added. */
final class CsvLine {

    enum Result {
        WHOLE,
        /** A quote is open: the record goes on in the next line, or was never closed. */
        OPEN,
        /** Something stands between a closing quote and the separator. */
        BROKEN
    }

    private final char separator;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private boolean quoted;

    CsvLine(char separator) {
        this.separator = separator;
    }

    List<String> cells() {
        return List.copyOf(cells);
    }

    Result read(CharSequence text) {
        int length = text.length();
        while (true) {
            if (quoted && !readQuoted(text, length)) {
                return Result.OPEN;
            }
            if (at < length && text.charAt(at) == '"' && cell.length() == 0 && !quoted) {
                quoted = true;
                at++;
                continue;
            }
            if (quoted) { // just closed
                while (at < length && text.charAt(at) == ' ') {
                    at++;
                }
                if (at < length && text.charAt(at) != separator) {
                    return Result.BROKEN;
                }
                quoted = false;
            }
            while (at < length && text.charAt(at) != separator) {
                cell.append(text.charAt(at++));
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (at == length) {
                return Result.WHOLE;
            }
            at++;
        }
    }

    /** @return whether the closing quote was found */
    private boolean readQuoted(CharSequence text, int length) {
        while (at < length) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < length && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return true;
            }
        }
        return false;
    }
}
