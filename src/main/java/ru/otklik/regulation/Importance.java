package ru.otklik.regulation;

/** Категория важности (clause 9.1); the last is the общественно значимое of clause 25. */
public enum Importance {
    ORDINARY("обычная"),
    ELEVATED("повышенная"),
    SIGNIFICANT("общественно значимая");

    private final String title;

    Importance(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
