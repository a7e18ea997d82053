package ru.otklik.networks.telegram;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Telegram, as its Bot API lets a bot: it hears its groups and answers there, but cannot read what stands. */
@Component
class TelegramNetwork implements Network {

    private static final Abilities ABILITIES =
            new Abilities(true, false, true, true, 4096, 1024, 10, Set.of("image/jpeg", "image/png"), 10L << 20);

    private static final Pattern POST =
            Pattern.compile("https?://(?:t|telegram)\\.me/c/(\\d{1,15})/(\\d{1,15})(?:\\?thread=(\\d{1,15}))?");

    private final BotApi api;
    private final Listening listening;
    private final Answering answering;

    TelegramNetwork(BotApi api, Clock clock) {
        this.api = api;
        this.listening = new Listening(api);
        this.answering = new Answering(api, clock, ABILITIES);
    }

    @Override
    public String key() {
        return BotApi.KEY;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Found recognise(String link, Access access) {
        return new Recognition(api, access).found(link);
    }

    @Override
    public Optional<URI> file(String name, Access access) {
        return api.ask(access, "getFile", Map.of("file_id", name))
                .text("file_path")
                .filter(path -> path.matches("\\w[\\w-]*(/\\w[\\w-]*)*(\\.\\w+)?"))
                .map(path -> api.file(access, path));
    }

    /** A bot has one queue for all its chats, and what is taken from it is gone. */
    @Override
    public String lane(Place place, Access access) {
        return Optional.ofNullable(access.account())
                .or(() -> access.secret(Access.TOKEN).map(token -> token.split(":", 2)[0]))
                .map(bot -> "bot:" + bot)
                .orElseGet(() -> Network.super.lane(place, access));
    }

    @Override
    public Heard listen(Lane lane) {
        return listening.heard(lane);
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        throw new NetworkFault(Kind.REFUSED, "Бот Telegram не может прочитать сообщение ещё раз.");
    }

    /** Only a link into a group by its number says which group it is. */
    @Override
    public Optional<Address> address(String link) {
        var post = POST.matcher(link.strip());
        return post.matches()
                ? Optional.of(new Spot(
                                Spot.chat(Long.parseLong(post.group(1))),
                                post.group(3) == null ? null : Long.valueOf(post.group(3)),
                                Long.parseLong(post.group(2)))
                        .address())
                : Optional.empty();
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        return reply(() -> answering.answer(spot(to), answer, access));
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return Optional.empty();
    }

    @Override
    public Reply correct(Address to, String externalId, Answer answer, Access access) {
        return reply(() -> answering.correct(spot(new Address(to.thread(), externalId)), answer, access));
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return Standing.CANNOT_SAY;
    }

    @Override
    public Account probe(Access access) {
        Fields me = api.ask(access, "getMe", Map.of());
        String id = me.number("id").map(String::valueOf).orElseThrow(BotApi::nonsense);
        Optional<String> name = me.text("username").filter(Spot::isName);
        String title = Stream.of(me.text("first_name"), me.text("last_name"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new Account(
                id,
                title.isBlank() ? name.orElse(id) : title,
                name.map(n -> "https://t.me/" + n).orElse("https://t.me/"),
                true);
    }

    @Override
    public Push.Taken take(Push push, List<Place> places) {
        return listening.taken(push, places);
    }

    private static Spot spot(Address address) {
        return Spot.of(address)
                .orElseThrow(() -> new NetworkFault(Kind.NOT_FOUND, "Такого адреса сообщения в Telegram не бывает."));
    }

    private static Reply reply(Supplier<Reply> call) {
        try {
            return call.get();
        } catch (NetworkFault fault) {
            return Reply.of(fault);
        }
    }
}
