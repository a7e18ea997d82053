package ru.otklik.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Found;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;

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

    /** What a look at an answer shows. */
    final Map<String, Standing> standing = new LinkedHashMap<>();

    boolean lookBreaks;

    @Override
    public String key() {
        return "shaky";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, false, false, 4_000, 4_000, 0, Set.of(), 0);
    }

    @Override
    public Found recognise(String link, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        if (lookBreaks) {
            throw new NetworkFault(NetworkFault.Kind.TROUBLE, "Сеть недоступна.");
        }
        return standing.getOrDefault(externalId, Standing.CANNOT_SAY);
    }

    @Override
    public Account probe(Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Heard listen(Lane lane) {
        return Heard.nothing(lane.cursor());
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        if (insteadOfPosting != null) {
            return insteadOfPosting;
        }
        texts.add(answer.text());
        var posted = new Reply.Posted("https://shaky.example/" + texts.size(), "a" + texts.size(), POSTED);
        byKey.put(answer.key(), posted);
        if (breaksAfterPosting) {
            throw new IllegalStateException("connection reset");
        }
        return posted;
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return hides ? Optional.empty() : Optional.ofNullable(byKey.get(answer.key()));
    }
}
