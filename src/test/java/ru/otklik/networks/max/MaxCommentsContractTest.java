package ru.otklik.networks.max;

import java.io.IOException;

/** Under the posts of a channel. */
class MaxCommentsContractTest extends MaxContract {

    MaxCommentsContractTest() throws IOException {
        super(true);
    }
}
