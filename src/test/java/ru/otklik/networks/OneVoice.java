package ru.otklik.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account of one government for everybody. */
public class OneVoice implements Voices {

    public final List<NetworkFault.Kind> failures = new ArrayList<>();

    @Nullable
    public String silence;

    @Nullable
    public String bar;

    @Override
    public Optional<Voice> forAnswer(String network, int authority) {
        return Optional.of(new Voice(1, "Правительство"));
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
        return Optional.ofNullable(silence);
    }

    @Override
    public Optional<String> bar(int account, int person) {
        return Optional.ofNullable(bar);
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
