package ru.otklik.desk.words;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** What changed between two versions of a text, word by word. */
public final class WordDiff {

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Piece(Kind kind, String text) {}

    private WordDiff() {}

    public static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> change : DiffUtils.diff(old, now).getDeltas()) {
            int from = change.getSource().getPosition();
            add(pieces, Kind.SAME, old.subList(at, from));
            add(pieces, Kind.REMOVED, change.getSource().getLines());
            add(pieces, Kind.ADDED, change.getTarget().getLines());
            at = from + change.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    /** Spaces and line ends count too, each as a word of its own. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)|(?=\\s)"));
    }
}
