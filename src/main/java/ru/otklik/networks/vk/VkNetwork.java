package ru.otklik.networks.vk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.Found;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;
import ru.otklik.networks.http.Http;
import ru.otklik.networks.http.Pace;
import tools.jackson.databind.json.JsonMapper;

@Component
class VkNetwork implements Network {

    /** The schema says no number; of a post of a wall it is known to be 16 384, and a comment is not longer. */
    private static final int LONGEST = 16_384;

    private static final Abilities ABILITIES = new Abilities(
            true, true, false, true, LONGEST, LONGEST, 2, Set.of("image/jpeg", "image/png", "image/gif"), 50_000_000);

    private final VkApi api;
    private final VkWall wall;
    private final VkAnswering answering;
    private final JsonMapper json;

    VkNetwork(Http http, Pace pace, Endpoints endpoints, JsonMapper json, Clock clock) {
        this.api = new VkApi(http, pace, endpoints, json);
        this.wall = new VkWall(api);
        this.answering = new VkAnswering(api, wall, clock);
        this.json = json;
    }

    @Override
    public String key() {
        return VkApi.NETWORK;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    /** A community's own token brings no picture: it takes that of an editor. */
    @Override
    public Abilities abilities(Address to, Access access) {
        return access.secret(Access.READING).isPresent() ? ABILITIES : ABILITIES.withoutPictures();
    }

    @Override
    public Found recognise(String link, Access access) {
        return new VkPlaces(api).recognise(link, access);
    }

    @Override
    public Heard listen(Lane lane) {
        if (lane.places().isEmpty()) {
            return Heard.nothing(lane.cursor());
        }
        Place place = lane.places().get(0);
        return place.kind().equals(VkPlaces.SEARCH)
                ? new VkSearch(api, json).turn(lane, place)
                : VkListening.of(api, json, lane, place).turn(json);
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        return wall.look(Spot.of(post), VkPages.reading(access)).map(VkWall.Seen::post);
    }

    @Override
    public Optional<Address> address(String link) {
        return Spot.ofLink(link).map(Spot::address);
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        try {
            if (answer.text().length() > LONGEST || answer.pictures().size() > ABILITIES.mostPictures()) {
                throw new NetworkFault(
                        NetworkFault.Kind.REFUSED,
                        "Комментарий ВКонтакте — не длиннее 16 384 знаков и не больше двух картинок.");
            }
            return answering.post(Spot.of(to), answer, new VkPlaces(api).group(access), access);
        } catch (NetworkFault fault) {
            return Reply.of(fault);
        }
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return new VkFinding(api, wall)
                .find(Spot.of(to), answer.text(), new VkPlaces(api).group(access), VkPages.reading(access));
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        try {
            return look(new Address(to.thread(), externalId), access)
                    .map(p -> Standing.stands(p.text()))
                    .orElse(Standing.GONE);
        } catch (NetworkFault fault) {
            if (fault.kind() == NetworkFault.Kind.NO_RIGHT || fault.kind() == NetworkFault.Kind.COMMENTS_CLOSED) {
                return Standing.CANNOT_SAY;
            }
            throw fault;
        }
    }

    @Override
    public Account probe(Access access) {
        return new VkPlaces(api).account(access);
    }

    @Override
    public Push.Taken take(Push push, List<Place> places) {
        return new VkPush(json).take(push, places);
    }
}
