package ru.otklik.desk;

import ru.otklik.access.Me;
import ru.otklik.casework.Actor;

/** Who signed in, as the one who acts. */
final class Actors {

    private Actors() {}

    static Actor of(Me me) {
        return me.actor();
    }
}
