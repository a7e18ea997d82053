package ru.otklik.detection.learn;

import java.util.Arrays;
import java.util.List;
import ru.otklik.detection.text.Word;

/**
 * A text as numbers: words and pairs of words by their stems, and the pieces of four letters inside each word, for the
 * tone those of three and of five: other lengths beside them tell nothing more. A piece is a rolling hash, no string is
 * made. The words of a text count from the start, so a hostile one costs no more than a long one.
 */
final class Grams {

    static final int WORD = 0;
    static final int PAIR = 1;
    static final int PIECE = 2;
    static final int RAW = 3;
    static final int FORM = 4;
    /** What is known of a message beside its words. */
    static final int SIGN = 5;

    static final int KINDS = 6;

    private static final int MOST_WORDS = 1_500;
    private static final int LONGEST_WORD = 40;
    private static final int PRIME = 0x01000193;
    private static final int PIECE_OF_MATTER = 4;
    private static final int SHORT_PIECE_OF_TONE = 3;
    private static final int LONG_PIECE_OF_TONE = 5;
    private static final int SHORT_RUN = 2;
    private static final int LONG_RUN = 4;
    private static final int RAW_MOST = 4_000;
    private static final int RAW_SEED = 0x2545F491;
    private static final int SIGN_SEED = 0x1B873593;
    private static final int FORM_SEED = 0x6C8E9CF5;

    private int[] hashes = new int[512];
    private int[] words = new int[512];
    private int size;
    private final int[] ends = new int[KINDS];

    private Grams() {}

    /** The name of something: words alone. */
    static Grams ofName(List<Word> name, List<String> signs) {
        Grams grams = new Grams();
        grams.addWords(name, PIECE_OF_MATTER, PIECE_OF_MATTER);
        grams.close(RAW);
        grams.close(FORM);
        grams.addSigns(signs);
        return grams;
    }

    /** A message: its words, and its form, for people write of other things through a form of a site than in haste. */
    static Grams of(List<Word> message, String written, List<String> signs) {
        Grams grams = new Grams();
        grams.addWords(message, PIECE_OF_MATTER, PIECE_OF_MATTER);
        grams.close(RAW);
        grams.addForm(message, written);
        grams.close(FORM);
        grams.addSigns(signs);
        return grams;
    }

    /** As well as words, every run of two and of four signs as they were written: capitals, dots and masks tell of a tone. */
    static Grams ofTone(List<Word> message, String written) {
        Grams grams = new Grams();
        grams.addWords(message, SHORT_PIECE_OF_TONE, LONG_PIECE_OF_TONE);
        grams.addRuns(written);
        grams.close(RAW);
        grams.close(FORM);
        grams.close(SIGN);
        return grams;
    }

    private void addWords(List<Word> message, int piece, int longPiece) {
        int[] stems = new int[Math.min(MOST_WORDS, message.size())];
        for (int i = 0; i < stems.length; i++) {
            stems[i] = hash(message.get(i).stem(), 1);
            add(stems[i], i);
        }
        close(WORD);
        for (int i = 1; i < stems.length; i++) {
            add(mixed(stems[i - 1] * 31 + stems[i]), i);
        }
        close(PAIR);
        for (int i = 0; i < stems.length; i++) {
            addPieces(message.get(i).plain(), i, piece, longPiece);
        }
        close(PIECE);
    }

    private void close(int kind) {
        ends[kind] = size;
    }

    private void addRuns(String written) {
        String text = written.substring(0, Math.min(RAW_MOST, written.length()))
                .strip()
                .replaceAll("\\s+", " ");
        for (int from = 0; from < text.length(); from++) {
            int h = RAW_SEED;
            for (int i = from; i < Math.min(text.length(), from + LONG_RUN); i++) {
                h = (h ^ text.charAt(i)) * PRIME;
                if (i - from + 1 == SHORT_RUN || i - from + 1 == LONG_RUN) {
                    add(mixed(h), 0);
                }
            }
        }
    }

    private void addForm(List<Word> message, String written) {
        int n = message.size();
        addMark(0, written.indexOf('<') >= 0);
        addMark(1, written.contains("&nbsp;"));
        addMark(2, written.indexOf('?') >= 0);
        addMark(3, written.indexOf('!') >= 0);
        addMark(4, n > 0 && Character.isLowerCase(message.get(0).shown().charAt(0)));
        addMark(5, n < 15);
        addMark(6, n > 50);
        addMark(7, n > 120);
        addMark(8, written.indexOf('[') >= 0);
    }

    private void addSigns(List<String> signs) {
        for (String sign : signs) {
            add(hash(sign, SIGN_SEED), 0);
        }
        close(SIGN);
    }

    private void addMark(int number, boolean is) {
        add(mixed(FORM_SEED + number * 2 + (is ? 1 : 0)), 0);
    }

    int size() {
        return size;
    }

    /** The grams of a kind end before this place; they begin where those of the kind before it end. */
    int end(int kind) {
        return ends[kind];
    }

    int hash(int at) {
        return hashes[at];
    }

    /** As many as the size says, and more that mean nothing. */
    int[] hashes() {
        return hashes;
    }

    /** The place in the message of the word that a gram ends in. */
    int word(int at) {
        return words[at];
    }

    /** A space stands at both ends, so that a beginning is told from a middle. */
    private void addPieces(String word, int place, int piece, int longPiece) {
        int length = Math.min(LONGEST_WORD, word.length()) + 2;
        for (int from = 0; from + piece <= length; from++) {
            int h = 0x811C9DC5;
            int end = Math.min(length, from + longPiece);
            for (int i = from; i < end; i++) {
                char c = i == 0 || i == length - 1 ? ' ' : word.charAt(i - 1);
                h = (h ^ c) * PRIME;
                if (i - from + 1 == piece || i - from + 1 == longPiece) {
                    add(mixed(h), place);
                }
            }
        }
    }

    private void add(int hash, int place) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        hashes[size] = hash;
        words[size++] = place;
    }

    static int hash(String word, int seed) {
        int h = seed;
        for (int i = 0; i < word.length(); i++) {
            h = h * 31 + word.charAt(i);
        }
        return mixed(h);
    }

    private static int mixed(int h) {
        int x = h * 0x9E3779B1;
        x ^= x >>> 15;
        x *= 0x85EBCA77;
        return x ^ x >>> 13;
    }
}
