package ru.otklik.regulation;

/** Who bears a term. */
public enum Bearer {
    CENTRE("ЦУР"),
    LEAD("основной исполнитель"),
    CO_EXECUTOR("соисполнитель");

    private final String title;

    Bearer(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
