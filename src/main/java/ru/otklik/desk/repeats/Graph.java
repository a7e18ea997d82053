package ru.otklik.desk.repeats;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts as columns.
 *
 * @param words the same for who does not see it
 */
public record Graph(List<Column> columns, int width, String words) {

    public static final int HEIGHT = 64;
    private static final int STEP = 10;
    /** A few columns are no wall. */
    private static final int LEAST = 28;

    /** @param last the one that is spoken of */
    public record Column(int x, int height, String title, boolean last) {
        public int y() {
            return HEIGHT - height;
        }
    }

    /**
     * @param titles of each count, for a pointer that rests on it
     * @param lastStands the last one is spoken of
     */
    static Graph of(List<Integer> counts, List<String> titles, String words, boolean lastStands) {
        int most = Math.max(1, counts.stream().mapToInt(c -> c).max().orElse(1));
        var columns = new ArrayList<Column>();
        for (int i = 0; i < counts.size(); i++) {
            // what is not nothing is seen
            int height = counts.get(i) == 0 ? 1 : Math.max(3, counts.get(i) * HEIGHT / most);
            columns.add(new Column(
                    i * STEP, height, titles.get(i) + ": " + counts.get(i), lastStands && i == counts.size() - 1));
        }
        return new Graph(List.copyOf(columns), Math.max(LEAST, counts.size()) * STEP, words);
    }
}
