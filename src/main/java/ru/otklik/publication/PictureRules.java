package ru.otklik.publication;

import java.util.List;

/**
 * @param most how many pictures an answer may have; 0: none
 * @param fixed those that stand in the network already stay as they are
 * @param standing hashes of those; empty unless {@code fixed}
 * @param sentence the rules in words
 */
public record PictureRules(int most, boolean fixed, List<String> standing, String sentence) {

    static PictureRules none(String sentence) {
        return new PictureRules(0, false, List.of(), sentence);
    }
}
