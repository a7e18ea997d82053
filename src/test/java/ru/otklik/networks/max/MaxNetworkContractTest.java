package ru.otklik.networks.max;

import java.io.IOException;

/** In a group chat. */
class MaxNetworkContractTest extends MaxContract {

    MaxNetworkContractTest() throws IOException {
        super(false);
    }
}
