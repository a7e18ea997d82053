package ru.otklik.publication;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.HandAnswers;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.World;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Post;
import ru.otklik.networks.Standing;
import ru.otklik.networks.Voices;

/**
 * How people act on an incident: the centre stands in for a lead where the program gave up, and where a person posted
 * the answer and gives its link, the program looks what stands there and takes the network's time.
 */
@Service
public class Acting {

    private static final String NOTHING = "По этой ссылке в сети ничего нет. Проверьте ссылку на размещённый ответ.";

    private final Incidents incidents;
    private final Publications publications;
    private final Networks networks;
    private final Voices voices;
    private final World world;
    private final Clock clock;

    Acting(Incidents incidents, Publications publications, Networks networks, Voices voices, World world, Clock clock) {
        this.incidents = incidents;
        this.publications = publications;
        this.networks = networks;
        this.voices = voices;
        this.world = world;
        this.clock = clock;
    }

    /** As {@link Incidents#handle}. Calls a network: not inside a transaction. */
    public Outcome<Incident> handle(long id, @Nullable Integer seen, Command command, Actor by) {
        Optional<Incident> incident = incidents.find(id);
        Actor acting = incident.map(i -> publications.standIn(by, i)).orElse(by);
        boolean mayLook = incident.filter(
                        i -> command.action().objection(i, acting, world).isEmpty())
                .isPresent();
        return incident.filter(i -> mayLook)
                .map(i -> looked(i, command))
                .orElseGet(() -> Outcome.done(command))
                .then(c -> incidents.handle(id, seen, c, acting));
    }

    private Outcome<Command> looked(Incident incident, Command command) {
        if (!(command instanceof Command.RecordPublication link) || !(incident instanceof Incident.Approved approved)) {
            return Outcome.done(command);
        }
        String key = incident.head().network();
        int lead = approved.work().lead();
        return networks.find(key)
                .flatMap(n -> n.abilities().looks()
                        ? n.address(link.url()).map(a -> looked(n, a, lead, link))
                        : Optional.of(read(n, approved, link)))
                .orElseGet(() -> Outcome.done(link));
    }

    /** Where an answer is a part of a page: the page must be there, and say it, or the person vouches for it. */
    private Outcome<Command> read(Network network, Incident.Approved incident, Command.RecordPublication link) {
        Standing page;
        try {
            page = network.linked(link.url());
        } catch (NetworkFault fault) {
            // the person's word stands where the site does not let look
            return Outcome.done(link);
        }
        String text = page.text();
        String answer = world.draft(incident.head().id(), incident.submission().draft())
                .orElseThrow()
                .text();
        if (page.kind() == Standing.Kind.GONE) {
            return Outcome.refused("nothing-there", NOTHING);
        }
        return text == null || link.vouched() || HandAnswers.says(text, answer)
                ? Outcome.done(link)
                : Outcome.refused(
                        "not-on-page",
                        "На странице по этой ссылке согласованного текста не видно. Проверьте ссылку; если он там есть, отметьте, что проверили его сами.");
    }

    private Outcome<Command> looked(Network network, Address at, int lead, Command.RecordPublication link) {
        Optional<Post> post;
        try {
            Access access = voices.forAnswer(network.key(), lead)
                    .map(v -> voices.access(v.account()))
                    .orElse(Access.NONE);
            post = network.look(at, access);
        } catch (NetworkFault fault) {
            // the person's word stands where the network does not let look
            return Outcome.done(link);
        }
        return post.<Outcome<Command>>map(p -> Outcome.done(new Command.RecordPublication(link.url(), seen(p), false)))
                .orElseGet(() -> Outcome.refused("nothing-there", NOTHING));
    }

    private Command.RecordPublication.Seen seen(Post post) {
        var at = post.postedAt();
        return new Command.RecordPublication.Seen(
                post.address().message(), post.text(), at == null ? clock.instant() : at);
    }
}
