package ru.otklik.networks.max;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

/** The contract for MAX, which is a group chat or the comments of a channel. */
abstract class MaxContract extends NetworkContract {

    private final MaxStandIn server;
    private final Network network;

    MaxContract(boolean channel) throws IOException {
        server = new MaxStandIn(channel);
        network = MaxAt.base(server.base());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Access access() {
        return new Access(null, Map.of(Access.TOKEN, MaxStandIn.TOKEN));
    }

    @Override
    protected Place place() {
        return server.place();
    }

    @Override
    protected Address written(String text) {
        return server.written(text);
    }

    @Override
    protected void changed(Address post, String text) {
        server.changed(post, text);
    }

    @Override
    protected void deleted(Address post) {
        server.deleted(post);
    }

    @Override
    protected boolean trouble(Trouble next) {
        return server.trouble(next);
    }
}
