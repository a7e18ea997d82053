package ru.otklik.networks.ok;

import org.junit.jupiter.api.AfterEach;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

class OkNetworkContractTest extends NetworkContract {

    private final OkAtStandIn at = new OkAtStandIn(oldAnswering());
    private final String topic = at.ok.topic("Дороги края");

    boolean oldAnswering() {
        return false;
    }

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
        return OkAtStandIn.ACCESS;
    }

    @Override
    protected Place place() {
        return OkAtStandIn.PLACE;
    }

    @Override
    protected Address written(String text) {
        return new Address("GROUP_TOPIC:" + topic, at.ok.comment(topic, "1001", text));
    }

    @Override
    protected void changed(Address post, String text) {
        at.ok.change(post.message(), text);
    }

    @Override
    protected void deleted(Address post) {
        at.ok.delete(post.message());
    }

    @Override
    protected boolean trouble(Trouble next) {
        return at.ok.next(next);
    }
}
