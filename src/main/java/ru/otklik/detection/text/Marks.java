package ru.otklik.detection.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links, mentions, hashtags and emoji: taken out of a text while it is cut. */
final class Marks {

    private static final Pattern LINK = Pattern.compile(
            "(?:https?://|www\\.)\\S{1,2000}|[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,3}"
                    + "|[a-z0-9][\\w-]{0,62}(?:\\.[\\w-]{1,62}){0,3}\\.(?:ru|com|su|org|net|me|info|online|site|shop|io|cc|app|рф)"
                    + "(?![\\p{L}\\d])(?:/\\S{0,2000})?",
            Pattern.CASE_INSENSITIVE);
    /** «[id123|Иван]», «[club1|Город]» as VKontakte writes them. */
    private static final Pattern WIKI =
            Pattern.compile("\\[(?:id|club|public)\\d{1,20}(?::bp-\\S{1,40})?\\|([^\\]|]{0,100})\\]");

    private static final Pattern NAME = Pattern.compile("[@*]([A-Za-z][\\w.]{2,40})(?:\\s?\\([^)]{0,60}\\))?");
    private static final Pattern TAG = Pattern.compile("#([\\p{L}][\\p{L}\\d_]{1,80})(?:@\\w{1,40})?");
    private static final int KEPT = 50;

    private final String text;
    private final List<String> links = new ArrayList<>(0);
    private final List<String> mentions = new ArrayList<>(0);
    private final List<String> hashtags = new ArrayList<>(0);
    private int emoji;

    Marks(String text) {
        this.text = text;
    }

    Features features() {
        return new Features(List.copyOf(links), List.copyOf(mentions), List.copyOf(hashtags), emoji);
    }

    /** Where the mark that begins here ends; the same place when none does. */
    int after(int at) {
        char c = text.charAt(at);
        if (c < 128) {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                return after(at, LINK, links, 0);
            }
            return switch (c) {
                case '#' -> after(at, TAG, hashtags, 1);
                case '@', '*' -> after(at, NAME, mentions, 1);
                case '[' -> after(at, WIKI, mentions, 1);
                default -> at;
            };
        }
        // emoji stand beyond the basic plane, or among the signs
        if (c == '\uD83C' || c == '\uD83D' || c == '\uD83E' || c >= '\u2600' && c <= '\u27BF') {
            emoji++;
        }
        return at;
    }

    private int after(int at, Pattern pattern, List<String> kept, int group) {
        Matcher mark = pattern.matcher(text).region(at, text.length());
        if (!mark.lookingAt()) {
            return at;
        }
        if (kept.size() < KEPT) {
            kept.add(mark.group(group));
        }
        return mark.end();
    }
}
