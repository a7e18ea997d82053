package ru.otklik.networks;

import java.util.Optional;

/** A network that can nothing; a test says what it can. */
public abstract class SilentNetwork implements Network {

    @Override
    public Abilities abilities() {
        return Abilities.LISTENS_ONLY;
    }

    @Override
    public Found recognise(String link, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Heard listen(Lane lane) {
        return Heard.nothing(lane.cursor());
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return Standing.CANNOT_SAY;
    }

    @Override
    public Account probe(Access access) {
        throw new UnsupportedOperationException();
    }
}
