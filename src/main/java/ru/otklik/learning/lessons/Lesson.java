package ru.otklik.learning.lessons;

import java.util.List;

/**
 * An attempt to learn.
 *
 * @param said what it told last, while it goes on; how it ended, afterwards
 */
public record Lesson(State state, List<String> said) {

    public enum State {
        GOES_ON,
        DONE,
        FAILED
    }

    /** @param what as the process says it, «[17 с] темы» */
    static Lesson goesOn(String what) {
        return new Lesson(State.GOES_ON, List.of(what.replaceFirst("^\\[(.*?)] (.*)$", "$2, прошло $1")));
    }

    /** The last line: what replaced what, or what was wrong. */
    public String outcome() {
        return said.isEmpty() ? "Обучение прервано: начните его снова." : said.get(said.size() - 1);
    }

    public boolean goesOn() {
        return state == State.GOES_ON;
    }

    public boolean failed() {
        return state == State.FAILED;
    }
}
