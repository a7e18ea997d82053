package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** Beginnings of words, all those of a word found in one walk along its letters. */
final class Beginnings {

    private static final int NONE = -1;
    private static final char FIRST = 'а';
    private static final int LETTERS = 'я' - FIRST + 1;
    /** Digits and Latin letters share the last place: lists hardly have them. */
    private static final int WIDTH = LETTERS + 1;

    private final List<int[]> next = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    Beginnings() {
        node();
    }

    private int node() {
        int[] row = new int[WIDTH];
        Arrays.fill(row, NONE);
        next.add(row);
        values.add(NONE);
        return next.size() - 1;
    }

    private static int place(char c) {
        return c >= FIRST && c < FIRST + LETTERS ? c - FIRST : LETTERS;
    }

    /** The value of a beginning, made when it is new. */
    int put(String beginning, IntSupplier made) {
        int at = 0;
        for (int i = 0; i < beginning.length(); i++) {
            int[] row = next.get(at);
            int place = place(beginning.charAt(i));
            if (row[place] == NONE) {
                row[place] = node();
            }
            at = row[place];
        }
        if (values.get(at) == NONE) {
            values.set(at, made.getAsInt());
        }
        return values.get(at);
    }

    void of(String word, IntConsumer found) {
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            at = next.get(at)[place(word.charAt(i))];
            if (at == NONE) {
                return;
            }
            if (values.get(at) != NONE) {
                found.accept(values.get(at));
            }
        }
    }

    /** Whether the word has any of the beginnings. */
    boolean begin(String word) {
        boolean[] any = new boolean[1];
        of(word, value -> any[0] = true);
        return any[0];
    }
}
