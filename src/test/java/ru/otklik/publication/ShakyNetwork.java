package ru.otklik.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Network;
import ru.otklik.networks.Reply;

/** Posts every call, without looking at the key: a double would be seen. Breaks off when a test says so. */
class ShakyNetwork implements Network {

    static final Instant POSTED = Instant.parse("2026-11-20T13:31:00Z");

    final List<String> texts = new ArrayList<>();
    final Map<String, Reply.Posted> byKey = new LinkedHashMap<>();

    @Nullable
    Reply insteadOfPosting;

    boolean breaksAfterPosting;

    /** What was posted is not shown, as networks do for a while. */
    boolean hides;

    @Override
    public String key() {
        return "shaky";
    }

    @Override
    public boolean posts() {
        return true;
    }

    @Override
    public Heard listen(String cursor) {
        return new Heard(List.of(), cursor);
    }

    @Override
    public Reply answer(Address to, String text, String key) {
        if (insteadOfPosting != null) {
            return insteadOfPosting;
        }
        texts.add(text);
        var posted = new Reply.Posted("https://shaky.example/" + texts.size(), "a" + texts.size(), POSTED);
        byKey.put(key, posted);
        if (breaksAfterPosting) {
            throw new IllegalStateException("connection reset");
        }
        return posted;
    }

    @Override
    public Optional<Reply.Posted> find(Address to, String key) {
        return hides ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }
}
