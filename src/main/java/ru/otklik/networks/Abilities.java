package ru.otklik.networks;

import java.util.Set;

/**
 * What a network lets a program do, and the hard limits of an answer there.
 *
 * @param answers the program may post an answer; otherwise a person does it by hand
 * @param looks the program may look whether an answer stands there; otherwise a person is asked
 * @param edits a posted answer may be changed in place; otherwise a correction is posted beside it
 * @param pushes the network calls us by itself
 * @param longestText in UTF-16 units, as Java counts; of an answer with pictures {@code longestCaption}
 * @param pictureTypes media types
 * @param largestPicture in bytes
 */
public record Abilities(
        boolean answers,
        boolean looks,
        boolean edits,
        boolean pushes,
        int longestText,
        int longestCaption,
        int mostPictures,
        Set<String> pictureTypes,
        long largestPicture) {

    /** Listened to; answered by hand, in text of any sane length. */
    public static final Abilities LISTENS_ONLY =
            new Abilities(false, false, false, false, 20_000, 20_000, 0, Set.of(), 0);

    public Abilities withoutPictures() {
        return new Abilities(answers, looks, edits, pushes, longestText, longestText, 0, Set.of(), 0);
    }
}
