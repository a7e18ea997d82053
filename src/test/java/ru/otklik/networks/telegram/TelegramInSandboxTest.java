package ru.otklik.networks.telegram;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.database.OtklikTest;
import ru.otklik.networks.Trouble;
import ru.otklik.sandbox.telegram.TelegramWriting;

/** The adapter and the product's sandbox were written apart, each by the published description; here they meet. */
@OtklikTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "otklik.demo=true")
class TelegramInSandboxTest extends TelegramContract {

    @Autowired
    TelegramWriting writing;

    @LocalServerPort
    int port;

    @Override
    protected TelegramServer server() {
        return new SandboxBot(port, writing);
    }

    @AfterEach
    void no_troubles_for_the_next_test() {
        server().trouble(Trouble.NONE);
    }
}
