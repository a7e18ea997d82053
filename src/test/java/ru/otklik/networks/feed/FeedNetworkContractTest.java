package ru.otklik.networks.feed;

import org.junit.jupiter.api.AfterEach;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

class FeedNetworkContractTest extends NetworkContract {

    private final FeedAtStandIn at = new FeedAtStandIn(true);

    @AfterEach
    void close() {
        at.close();
    }

    @Override
    protected Network network() {
        return at.network;
    }

    @Override
    protected Access access() {
        return Access.NONE;
    }

    @Override
    protected Place place() {
        return at.place("/feed.xml");
    }

    @Override
    protected Address written(String text) {
        return new Address(place().id(), at.site.write(text));
    }

    @Override
    protected void changed(Address post, String text) {
        at.site.change(post.message(), text);
    }

    @Override
    protected void deleted(Address post) {
        at.site.delete(post.message());
    }

    @Override
    protected boolean trouble(Trouble next) {
        return at.site.next(next);
    }

    @Override
    protected boolean hearsDeletions() {
        return false;
    }
}
