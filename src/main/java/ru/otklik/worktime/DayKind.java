package ru.otklik.worktime;

/** What a date is in the production calendar. */
public enum DayKind {
    WORKDAY("рабочий день", true, false),
    SHORT("сокращённый день", true, true),
    WEEKEND("выходной", false, false),
    HOLIDAY("праздничный день", false, false),
    DAY_OFF("выходной по переносу", false, false),
    /** «Нерабочий день» by a decree of the President (2020, 2021). */
    NON_WORKING("нерабочий день по указу Президента", false, false),
    /** A Saturday or Sunday that works instead of another day. */
    MOVED("рабочий день по переносу", true, false),
    MOVED_SHORT("сокращённый рабочий день по переносу", true, true);

    private final String title;
    private final boolean worked;
    private final boolean shortened;

    DayKind(String title, boolean worked, boolean shortened) {
        this.title = title;
        this.worked = worked;
        this.shortened = shortened;
    }

    public String title() {
        return title;
    }

    public boolean worked() {
        return worked;
    }

    /** One hour is taken from the day's end. */
    public boolean shortened() {
        return shortened;
    }

    boolean moved() {
        return this == MOVED || this == MOVED_SHORT;
    }
}
