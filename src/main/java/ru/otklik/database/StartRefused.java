package ru.otklik.database;

/** The product cannot start for a reason that a person can put right; the message is the sentence to show. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
