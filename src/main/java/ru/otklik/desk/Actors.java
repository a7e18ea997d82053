package ru.otklik.desk;

import ru.otklik.access.Me;
import ru.otklik.casework.Actor;

/** Who signed in, as the one who acts. */
public final class Actors {

    private Actors() {}

    public static Actor of(Me me) {
        return new Actor(me.personId(), me.name(), me.roles(), me.authorityId());
    }
}
