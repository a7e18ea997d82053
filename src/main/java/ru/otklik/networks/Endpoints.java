package ru.otklik.networks;

import java.net.URI;

/** Where the API of each network is: the real one, or the sandbox while the demo is on. */
public interface Endpoints {

    /** @param network key of the network */
    URI of(String network);

    /** Where a person sees what stands at a link of a network. */
    default String page(String link) {
        return link;
    }
}
