package ru.otklik.networks;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The networks that are connected. */
@Component
public class Networks {

    private final List<Network> all;

    Networks(ObjectProvider<Network> all) {
        this.all = all.orderedStream().toList();
    }

    public List<Network> list() {
        return all;
    }

    public Optional<Network> find(String key) {
        return all.stream().filter(n -> n.key().equals(key)).findFirst();
    }
}
