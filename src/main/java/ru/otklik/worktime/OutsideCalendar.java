package ru.otklik.worktime;

/** A date for which the production calendar knows nothing. The message is a sentence for a person. */
public final class OutsideCalendar extends RuntimeException {

    OutsideCalendar(String what, int missingYear, WorkingCalendar calendar) {
        super(
                "%s вне производственного календаря: он заполнен с %d по %d год. Администратору нужно загрузить календарь на %d год."
                        .formatted(
                                what, calendar.from().getYear(), calendar.to().getYear(), missingYear));
    }
}
