package ru.otklik.networks.max;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
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
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
import ru.otklik.networks.http.Fields;

/** MAX, as its Bot API lets a bot: group chats, and the comments of channels. */
@Component
class MaxNetwork implements Network {

    private static final Abilities ABILITIES = new Abilities(
            true, true, true, true, 4000, 4000, 10, Set.of("image/jpeg", "image/png", "image/gif"), 50L << 20);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final MaxApi api;
    private final Listening listening;
    private final Answering answering;

    MaxNetwork(MaxApi api, Clock clock) {
        this.api = api;
        this.listening = new Listening(api);
        this.answering = new Answering(api, clock, ABILITIES);
    }

    @Override
    public String key() {
        return MaxApi.KEY;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Abilities abilities(Address to, Access access) {
        boolean comment = Spot.of(to).filter(s -> s.post() != null).isPresent();
        return comment ? ABILITIES.withoutPictures() : ABILITIES;
    }

    @Override
    public Found recognise(String link, Access access) {
        return new Recognition(api, access).found(link);
    }

    /** A bot has one queue for all its chats; its token says nothing of who it is, so a digest stands for it. */
    @Override
    public String lane(Place place, Access access) {
        return Optional.ofNullable(access.account())
                .or(() -> access.secret(Access.TOKEN).map(MaxNetwork::digest))
                .map(bot -> "bot:" + bot)
                .orElseGet(() -> Network.super.lane(place, access));
    }

    @Override
    public Heard listen(Lane lane) {
        return listening.heard(lane);
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        return answering.message(spot(post), access).flatMap(message -> Messages.post(message, null));
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        return reply(() -> answering.answer(spot(to), answer, access));
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return answering.find(spot(to), answer, access, probe(access).id());
    }

    @Override
    public Reply correct(Address to, String externalId, Answer answer, Access access) {
        return reply(() -> answering.correct(spot(new Address(to.thread(), externalId)), answer, access));
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return answering
                .message(spot(new Address(to.thread(), externalId)), access)
                .map(message -> Standing.stands(message.at("body").text("text").orElse("")))
                .orElse(Standing.GONE);
    }

    @Override
    public Account probe(Access access) {
        Fields me = api.ask(access, "me", Map.of());
        String id = me.number("user_id").map(String::valueOf).orElseThrow(MaxApi::nonsense);
        Optional<String> name = me.text("username").filter(n -> NAME.matcher(n).matches());
        return new Account(
                id,
                me.text("first_name").or(() -> me.text("name")).orElse(id),
                name.map(n -> "https://max.ru/" + n).orElse("https://max.ru/"),
                true);
    }

    @Override
    public Push.Taken take(Push push, List<Place> places) {
        return listening.taken(push, places);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String token) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes(token));
            return HexFormat.of().formatHex(whole, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Spot spot(Address address) {
        return Spot.of(address)
                .orElseThrow(() -> new NetworkFault(Kind.NOT_FOUND, "Такого адреса сообщения в MAX не бывает."));
    }

    private static Reply reply(Supplier<Reply> call) {
        try {
            return call.get();
        } catch (NetworkFault fault) {
            return Reply.of(fault);
        }
    }
}
