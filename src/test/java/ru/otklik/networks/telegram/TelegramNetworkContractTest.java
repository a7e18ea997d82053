package ru.otklik.networks.telegram;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class TelegramNetworkContractTest extends TelegramContract {

    private final BotApiStandIn server = new BotApiStandIn();

    TelegramNetworkContractTest() throws IOException {}

    @Override
    protected TelegramServer server() {
        return server;
    }

    @AfterEach
    void stop() {
        server.stop();
    }
}
