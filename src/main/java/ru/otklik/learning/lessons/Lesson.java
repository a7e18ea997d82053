package ru.otklik.learning.lessons;

import java.util.List;

/**
 * An attempt to learn.
 *
 * @param said what it told last, while it goes on; how it ended, afterwards
 */
public record Lesson(State state, List<String> said) {

    private static final String END = "Новая модель ";

    public enum State {
        GOES_ON,
        DONE,
        FAILED
    }

    /** @param what as the process says it, «[17 с] темы» */
    static Lesson goesOn(String what) {
        return new Lesson(State.GOES_ON, List.of(what.replaceFirst("^\\[(.*?)] (.*)$", "$2, прошло $1")));
    }

    /** What became of each model, or what was wrong. */
    public List<String> outcome() {
        if (said.isEmpty()) {
            return List.of("Обучение прервано: начните его снова.");
        }
        List<String> ends = said.stream().filter(l -> l.startsWith(END)).toList();
        return ends.isEmpty() ? said.subList(said.size() - 1, said.size()) : ends;
    }

    public boolean goesOn() {
        return state == State.GOES_ON;
    }

    public boolean failed() {
        return state == State.FAILED;
    }
}
