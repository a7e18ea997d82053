package ru.otklik.networks.ok;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
import tools.jackson.databind.JsonNode;

@Component
class OkNetwork implements Network {

    private static final int LONGEST = 4_000;
    private static final int PAGES = 5;

    private final OkCalls calls;
    private final OkDiscussions discussions;
    private final OkSettings settings;
    private final Clock clock;

    OkNetwork(OkCalls calls, OkDiscussions discussions, OkSettings settings, Clock clock) {
        this.calls = calls;
        this.discussions = discussions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return OkCalls.KEY;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(settings.oldAnswering(), true, false, false, LONGEST, LONGEST, 0, Set.of(), 0);
    }

    @Override
    public Found recognise(String link, Access access) {
        String id = OkLinks.groupId(link).orElseGet(() -> named(link, access));
        JsonNode groups =
                inPlace(() -> calls.read("group.getInfo", Map.of("uids", id, "fields", "uid,name,shortname"), access));
        if (!groups.isArray()) {
            throw OkFaults.nonsense();
        }
        JsonNode group = groups.path(0);
        if (!id.equals(OkJson.text(group, "uid"))) {
            throw noPlace();
        }
        String name = OkJson.text(group, "name");
        var place = new Place(key(), "group", id, name == null ? id : name, OkLinks.group(id));
        var can = new ArrayList<>(List.of("Читать темы группы и комментарии к ним.", "Проверять ответ по ссылке."));
        if (settings.oldAnswering()) {
            can.add("Отвечать прежним вызовом, которого нет в документации.");
            return new Found(place, can, List.of("Прежний вызов может перестать работать в любой день."));
        }
        return new Found(place, can, List.of("Отвечать: ответ размещает человек и даёт ссылку на него."));
    }

    private String named(String link, Access access) {
        String name = OkLinks.name(link).orElseThrow(OkNetwork::noPlace);
        JsonNode answer = inPlace(() -> calls.read("url.getInfo", Map.of("url", "https://ok.ru/" + name), access));
        String id = OkJson.text(answer, "objectIdStr");
        if (!"GROUP".equals(OkJson.text(answer, "type"))) {
            throw noPlace();
        }
        return id == null ? OkJson.id(answer, "objectId") : id;
    }

    private static JsonNode inPlace(Supplier<JsonNode> call) {
        try {
            return call.get();
        } catch (NetworkFault e) {
            throw e.kind() == Kind.POST_GONE ? noPlace() : e;
        }
    }

    private static NetworkFault noPlace() {
        return new NetworkFault(Kind.NOT_FOUND, "Это не ссылка на группу Одноклассников.");
    }

    @Override
    public Heard listen(Lane lane) {
        return lane.places().isEmpty() ? Heard.nothing(lane.cursor()) : new OkListening(discussions, lane).hear();
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        return discussions.find(post, access);
    }

    @Override
    public Optional<Address> address(String link) {
        return OkLinks.address(link);
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        if (!settings.oldAnswering()) {
            return refused(Kind.NO_RIGHT, "В Одноклассниках ответ размещает человек: программе отвечать нечем.");
        }
        if (!answer.pictures().isEmpty()) {
            return refused(Kind.REFUSED, "Картинки в ответ Одноклассников программа не вкладывает.");
        }
        if (answer.text().length() > LONGEST) {
            return refused(Kind.REFUSED, "Ответ длиннее %d знаков.".formatted(LONGEST));
        }
        try {
            JsonNode posted = calls.write(
                    "discussions.addDiscussionComment",
                    Map.of(
                            "entityType", OkDiscussions.type(to.thread()),
                            "entityId", OkDiscussions.number(to.thread()),
                            "comment", answer.text()),
                    access);
            String id = posted.isString() ? posted.asString() : OkJson.id(posted, "id");
            return new Reply.Posted(null, id, timeOf(new Address(to.thread(), id), access));
        } catch (NetworkFault e) {
            return Reply.of(e);
        }
    }

    private static Reply refused(Kind kind, String sentence) {
        return new Reply.Refused(new NetworkFault(kind, sentence));
    }

    /** The call says no time. When a look fails, the answer stands all the same. */
    private Instant timeOf(Address posted, Access access) {
        try {
            return look(posted, access).map(Post::postedAt).orElseGet(clock::instant);
        } catch (NetworkFault e) {
            return clock.instant();
        }
    }

    /** By its text, whoever posted it; but not by the citizen's own words. */
    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        String wanted = answer.text().strip();
        String anchor = null;
        for (int i = 0; i < PAGES; i++) {
            var page = discussions.comments(to.thread(), "", anchor, access);
            var found = page.comments().stream()
                    .filter(c -> c.text().strip().equals(wanted) && !c.address().equals(to))
                    .findFirst();
            if (found.isPresent() || page.older() == null) {
                return found.map(c -> posted(c));
            }
            anchor = page.older();
        }
        return Optional.empty();
    }

    private Reply.Posted posted(Post answer) {
        Instant at = answer.postedAt();
        return new Reply.Posted(answer.url(), answer.address().message(), at == null ? clock.instant() : at);
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return look(new Address(to.thread(), externalId), access)
                .map(p -> Standing.stands(p.text()))
                .orElse(Standing.GONE);
    }

    @Override
    public Account probe(Access access) {
        JsonNode user = calls.read("users.getCurrentUser", Map.of("fields", "uid,name"), access);
        String id = OkJson.id(user, "uid");
        String name = OkJson.text(user, "name");
        return new Account(id, name == null ? id : name, OkLinks.person(id), settings.oldAnswering());
    }
}
