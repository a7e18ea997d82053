package ru.otklik.networks.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import tools.jackson.core.JacksonException;

/** Telegram, as its Bot API lets a bot: it hears its groups and answers there, but cannot read what stands. */
@Component
class TelegramNetwork implements Network {

    private static final Logger log = LoggerFactory.getLogger(TelegramNetwork.class);

    private static final Abilities ABILITIES =
            new Abilities(true, false, true, true, 4096, 1024, 10, Set.of("image/jpeg", "image/png"), 10L << 20);

    private static final String SECRET_HEADER = "x-telegram-bot-api-secret-token";
    private static final List<String> WANTED = List.of("message", "edited_message", "my_chat_member");
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MOST = 100;

    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");
    private static final Pattern POST =
            Pattern.compile("https?://(?:t|telegram)\\.me/c/(\\d{1,15})/(\\d{1,15})(?:\\?thread=(\\d{1,15}))?");

    private final BotApi api;
    private final Answering answering;

    TelegramNetwork(BotApi api, Clock clock) {
        this.api = api;
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
        int limit = Math.max(1, Math.min(lane.most(), MOST));
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!lane.cursor().isEmpty()) {
            if (!CURSOR.matcher(lane.cursor()).matches()) {
                throw new NetworkFault(Kind.REFUSED, "Закладка чтения Telegram испорчена.");
            }
            parameters.put("offset", Long.parseLong(lane.cursor()));
        }
        parameters.put("limit", limit);
        parameters.put("timeout", WAIT.toSeconds());
        parameters.put("allowed_updates", WANTED);
        Fields updates = api.ask(lane.access(), "getUpdates", parameters, WAIT);
        if (!updates.isArray()) {
            throw BotApi.nonsense();
        }
        return new Updates(lane.places(), lane.since()).heard(updates.items(), lane.cursor(), limit);
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
        String sent = push.headers().getOrDefault(SECRET_HEADER, "");
        String ours = push.secrets().getOrDefault(Push.SECRET, "");
        if (ours.isEmpty() || !MessageDigest.isEqual(bytes(ours), bytes(sent))) {
            return Push.Taken.refused(403, "");
        }
        List<Post> posts = List.of();
        try {
            posts = new Updates(places, Instant.EPOCH)
                    .post(Fields.of(push.body())).stream().toList();
        } catch (JacksonException e) {
            // were it refused, Telegram would send it again and again, and nothing after it
            log.warn("Telegram pushed {} bytes that are no update", push.body().length);
        }
        return new Push.Taken(200, "", posts, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
