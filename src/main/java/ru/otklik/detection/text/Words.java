package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.tartarus.snowball.ext.RussianStemmer;

/** Cuts a message into words; hyphens cut too. */
public final class Words {

    private static final String LATIN = "aebkmhopctyxnruizv0346@$";
    private static final String CYRILLIC = "аевкмнорстухпгиизвозчбас";

    /** What parts a word from the next one. */
    private static final String MARKS = ".,!?\n\"»:;()—–";

    /** No message of a network is longer; what a hostile one says after it decides nothing. */
    private static final int LONGEST = 60_000;

    private static final int LONGEST_WORD = 200;

    private final RussianStemmer stemmer = new RussianStemmer();
    private final List<Word> found = new ArrayList<>();

    private Words() {}

    public static List<Word> of(String message) {
        return read(message).words();
    }

    static Reading read(String message) {
        String start = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        // most messages carry no markup, and parsing is dear
        boolean markup = start.indexOf('<') >= 0 || start.indexOf('&') >= 0;
        String text = markup ? Jsoup.parseBodyFragment(start).text() : start;
        Words words = new Words();
        Marks marks = new Marks(text);
        words.cut(text, marks);
        return new Reading(List.copyOf(words.found), marks.features());
    }

    /** One word of a list, put right in the same way as the words of messages. */
    public static String plain(String written) {
        String lower = written.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return unstretched(cyrillic(lower));
    }

    private void cut(String text, Marks marks) {
        int at = 0;
        while (at < text.length()) {
            int after = marks.after(at);
            if (after > at) {
                at = after;
                continue;
            }
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int from = at;
            while (at < text.length() && at - from < LONGEST_WORD && belongs(text, at)) {
                at++;
            }
            add(text.substring(from, at), endAfter(text, at));
        }
    }

    private static boolean belongs(String text, int at) {
        char c = text.charAt(at);
        // the acute accent and the soft hyphen come with copied text; the marks hide letters of a curse
        return Character.isLetterOrDigit(c) || c == '*' || c == '@' || c == '$' || c == '\u0301' || c == '\u00ad';
    }

    private static char endAfter(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length()) {
            return ' ';
        }
        char c = text.charAt(i);
        boolean hyphen = c == '-' && i == at;
        return hyphen || MARKS.indexOf(c) >= 0 ? c : ' ';
    }

    private void add(String shown, char end) {
        String clean = shown.indexOf('\u0301') < 0 && shown.indexOf('\u00ad') < 0
                ? shown
                : shown.replace("\u0301", "").replace("\u00ad", "");
        String plain = plain(clean);
        boolean capital = Character.isUpperCase(clean.charAt(0))
                && (clean.length() == 1 || !Character.isUpperCase(clean.charAt(clean.length() - 1)));
        found.add(new Word(clean, plain, stem(plain), capital, end));
    }

    private String stem(String plain) {
        if (plain.length() < 3 || !isCyrillic(plain.charAt(0))) {
            return plain;
        }
        stemmer.setCurrent(plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    static String stemOf(String plain) {
        return new Words().stem(plain);
    }

    private static boolean isCyrillic(char c) {
        return c >= 'а' && c <= 'я';
    }

    /** Latin letters and digits that stand for Cyrillic ones inside a Cyrillic word. */
    private static String cyrillic(String lower) {
        int own = 0;
        int other = 0;
        for (int i = 0; i < lower.length(); i++) {
            if (isCyrillic(lower.charAt(i))) {
                own++;
            } else if (LATIN.indexOf(lower.charAt(i)) >= 0) {
                other++;
            }
        }
        // «5й», «а4», «4g» are what they seem
        if (other == 0 || own == 0 || own + other < 3) {
            return lower;
        }
        StringBuilder out = new StringBuilder(lower);
        for (int i = 0; i < out.length(); i++) {
            int like = LATIN.indexOf(out.charAt(i));
            boolean number = Character.isDigit(out.charAt(i)) && own < 3;
            if (like >= 0 && !number) {
                out.setCharAt(i, CYRILLIC.charAt(like));
            }
        }
        return out.toString();
    }

    private static String unstretched(String word) {
        int i = 2;
        while (i < word.length() && !stretched(word, i)) {
            i++;
        }
        return i >= word.length() ? word : word.replaceAll("([^\\d*])\\1{2,}", "$1");
    }

    private static boolean stretched(String w, int i) {
        return w.charAt(i) == w.charAt(i - 1) && w.charAt(i) == w.charAt(i - 2) && !Character.isDigit(w.charAt(i));
    }
}
