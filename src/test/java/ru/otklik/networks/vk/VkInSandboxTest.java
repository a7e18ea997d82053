package ru.otklik.networks.vk;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.otklik.database.OtklikTest;
import ru.otklik.sandbox.vk.VkWriting;

/** The adapter and the product's sandbox were written apart, each by the published schema; here they meet over HTTP. */
@OtklikTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "otklik.demo=true")
class VkInSandboxTest extends VkNetworkContractTest {

    @Autowired
    VkWriting writing;

    @LocalServerPort
    int port;

    @Override
    protected VkStage stage() {
        return SandboxStage.comments(port, writing);
    }
}
