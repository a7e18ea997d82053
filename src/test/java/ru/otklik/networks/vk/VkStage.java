package ru.otklik.networks.vk;

import java.net.URI;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

/** A VK that the contract is played on. */
interface VkStage extends AutoCloseable {

    URI api();

    Access access();

    Place place();

    Address written(String text);

    void changed(Address post, String text);

    void deleted(Address post);

    boolean trouble(Trouble next);

    @Override
    void close();
}
