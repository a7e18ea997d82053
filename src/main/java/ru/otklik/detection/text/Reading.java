package ru.otklik.detection.text;

import java.util.List;

/** A message read once: its words, and what is in it beside words. */
public record Reading(List<Word> words, Features features) {

    public static Reading of(String message) {
        return Words.read(message);
    }
}
