package ru.otklik.pictures;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;

/** Where the picture behind a link lies: at an address, or under a name that the network tells the address of. */
@Component
class Whereabouts {

    private final Networks networks;
    private final Voices voices;
    private final Endpoints endpoints;

    Whereabouts(Networks networks, Voices voices, Endpoints endpoints) {
        this.networks = networks;
        this.voices = voices;
        this.endpoints = endpoints;
    }

    /** The server of a network, as it is set. */
    URI server(String network) {
        return endpoints.of(network);
    }

    URI address(String network, String source) {
        if (!source.matches("(?i)https?://.*")) {
            return named(network, source);
        }
        try {
            return URI.create(source);
        } catch (IllegalArgumentException e) {
            throw new NetworkFault(Kind.REFUSED, "Ссылка написана с ошибкой.");
        }
    }

    /** A name is known to the account that heard it, and to no other. */
    private URI named(String key, String name) {
        Network network = networks.find(key)
                .orElseThrow(() -> new NetworkFault(Kind.REFUSED, "Сеть, из которой пришло вложение, не подключена."));
        for (Voices.Voice voice : voices.list(key)) {
            Optional<URI> address = address(network, name, voice);
            if (address.isPresent()) {
                return address.get();
            }
        }
        throw new NetworkFault(Kind.NOT_FOUND, "Сеть не отдаёт это вложение ни одной нашей учётной записи.");
    }

    private Optional<URI> address(Network network, String name, Voices.Voice voice) {
        try {
            return network.file(name, voices.access(voice.account()));
        } catch (NetworkFault fault) {
            if (fault.kind() == Kind.TROUBLE || fault.kind() == Kind.LIMIT) {
                throw fault;
            }
            return Optional.empty();
        }
    }
}
