package ru.otklik.networks.telegram;

import java.net.URI;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

/** Something that speaks the Bot API, with citizens in it. */
interface TelegramServer {

    URI base();

    String token();

    /** A group that the bot administers. */
    Place place();

    Address written(String text);

    void changed(Address post, String text);

    void deleted(Address post);

    boolean trouble(Trouble next);
}
