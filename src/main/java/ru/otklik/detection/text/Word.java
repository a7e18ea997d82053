package ru.otklik.detection.text;

/**
 * A word of a message.
 *
 * @param shown as the citizen wrote it
 * @param plain lower case, ё as е, look-alike letters and stretched letters put right
 * @param stem the plain word without its ending
 * @param capital begins with a capital letter and is not written in capitals throughout
 * @param end the mark right after the word: a dot, a comma, a hyphen; a space when there is none
 */
public record Word(String shown, String plain, String stem, boolean capital, char end) {

    public boolean endsSentence() {
        return end == '.' || end == '!' || end == '?' || end == '\n';
    }
}
