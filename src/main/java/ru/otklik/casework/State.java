package ru.otklik.casework;

/** The name of a state, for lists and for storing. */
public enum State {
    DETECTED("выявлено"),
    IN_WORK("в работе"),
    AWAITING_APPROVAL("на согласовании"),
    APPROVED("согласовано"),
    ANSWERED("ответ размещён"),
    EXCLUDED("исключено");

    private final String title;

    State(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Nothing more is awaited. */
    public boolean isClosed() {
        return this == ANSWERED || this == EXCLUDED;
    }
}
