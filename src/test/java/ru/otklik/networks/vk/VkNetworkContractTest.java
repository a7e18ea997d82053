package ru.otklik.networks.vk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

/** Citizens comment on posts of a wall. */
class VkNetworkContractTest extends NetworkContract {

    private VkStage stage;
    private Network network;

    protected VkStage stage() {
        return StandInStage.comments();
    }

    @BeforeEach
    void open() {
        stage = stage();
        network = VkOf.at(stage.api());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Access access() {
        return stage.access();
    }

    @Override
    protected Place place() {
        return stage.place();
    }

    @Override
    protected Address written(String text) {
        return stage.written(text);
    }

    @Override
    protected void changed(Address post, String text) {
        stage.changed(post, text);
    }

    @Override
    protected void deleted(Address post) {
        stage.deleted(post);
    }

    @Override
    protected boolean trouble(Trouble next) {
        return stage.trouble(next);
    }
}
