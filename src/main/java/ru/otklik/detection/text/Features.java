package ru.otklik.detection.text;

import java.util.List;

/**
 * What a message carries beside its words; none of it is read as text.
 *
 * @param links addresses of pages and of mail
 * @param mentions of other people, without the sign
 * @param hashtags without the sign
 * @param emoji how many pictures of feelings
 */
public record Features(List<String> links, List<String> mentions, List<String> hashtags, int emoji) {

    /** The hashtags cut into words, each a sentence: «#МинеральныеВоды_дороги» is three words. */
    public List<Word> hashtagWords() {
        return hashtags.isEmpty()
                ? List.of()
                : Words.of(String.join(". ", hashtags)
                        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .replace('_', ' '));
    }
}
