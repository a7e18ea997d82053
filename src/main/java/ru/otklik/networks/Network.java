package ru.otklik.networks;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A network where citizens write. Each call may take seconds: never call it inside a transaction. Each may throw
 * {@link NetworkFault}, and nothing else.
 */
public interface Network {

    /** As in {@code message.network}. */
    String key();

    Abilities abilities();

    /** What may be answered to this very post by this account, where that is less. */
    default Abilities abilities(Address to, Access access) {
        return abilities();
    }

    /**
     * What a link, as a person copies it, leads to.
     *
     * @throws NetworkFault of kind {@code NOT_FOUND} when it is no place of this network
     */
    Found recognise(String link, Access access);

    /** Places that share a cursor have one lane; by itself each has its own. */
    default String lane(Place place, Access access) {
        return place.kind() + ":" + place.id();
    }

    Heard listen(Lane lane);

    /** The post as it stands now, with nothing else of its thread; empty: it is gone. */
    Optional<Post> look(Address post, Access access);

    /** Where a link to one post leads; empty: it is no link to a post of this network. */
    default Optional<Address> address(String link) {
        return Optional.empty();
    }

    /** Never thrown by a fault: the {@link Reply} says whether it was surely not posted. */
    Reply answer(Address to, Answer answer, Access access);

    /** Whether the answer stands under the post already; only where the network {@link Abilities#looks}. */
    Optional<Reply.Posted> find(Address to, Answer answer, Access access);

    /** Changes a posted answer in place; only where the network {@link Abilities#edits}. */
    default Reply correct(Address to, String externalId, Answer answer, Access access) {
        throw new UnsupportedOperationException(key());
    }

    /** Looks again at a posted answer. */
    Standing standing(Address to, String externalId, Access access);

    /**
     * Where a file lies that the network calls by a name of its own. The address may hold a secret: it is kept nowhere.
     * Empty: this account does not know it.
     */
    default Optional<URI> file(String name, Access access) {
        return Optional.empty();
    }

    /** What stands at a link that a person gives for an answer, with the page around it; where no program finds it by itself. */
    default Standing linked(String link) {
        return Standing.CANNOT_SAY;
    }

    /** Whose token it is, and whether it lives. */
    Account probe(Access access);

    /** Takes what the network calls us with; only where it {@link Abilities#pushes}. */
    default Push.Taken take(Push push, List<Place> places) {
        return Push.Taken.refused(404, "");
    }
}
