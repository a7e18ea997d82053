package ru.otklik.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.otklik.networks.Access;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Voices;

/** One account of ours, which the network calls {@code ours}. */
class OurVoices implements Voices {

    final List<NetworkFault.Kind> failures = new ArrayList<>();

    @Override
    public Optional<Voice> forAnswer(String network, int authority) {
        return Optional.empty();
    }

    @Override
    public List<Voice> list(String network) {
        return List.of();
    }

    @Override
    public Access access(int account) {
        return Access.NONE;
    }

    @Override
    public Optional<String> silence(int account) {
        return Optional.empty();
    }

    @Override
    public boolean isOurs(String network, String authorId) {
        return authorId.equals("ours");
    }

    @Override
    public void failed(int account, NetworkFault fault) {
        failures.add(fault.kind());
    }

    @Override
    public void works(int account) {
        // nothing is kept of it
    }
}
