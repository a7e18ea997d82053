package ru.otklik.casework;

/** Промежуточный или окончательный ответ (clauses 12, 17). */
public enum DraftKind {
    INTERIM("промежуточный"),
    FINAL("окончательный");

    private final String title;

    DraftKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
