package ru.otklik.networks.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Place;
import ru.otklik.networks.Standing;
import ru.otklik.networks.Trouble;

/** The contract for Telegram, whatever server speaks its Bot API. */
abstract class TelegramContract extends NetworkContract {

    private @Nullable Network network;

    protected abstract TelegramServer server();

    @Test
    void a_bot_says_that_it_cannot_look() {
        Address post = written("Яма");
        assertThatThrownBy(() -> network().look(post, access())).isInstanceOf(NetworkFault.class);
        assertThat(network().standing(post, post.message(), access())).isEqualTo(Standing.CANNOT_SAY);
    }

    @Override
    protected boolean hearsDeletions() {
        return Assumptions.abort("A bot neither hears of deletions nor can look");
    }

    @Override
    protected Network network() {
        if (network == null) {
            network = TelegramAt.base(server().base());
        }
        return network;
    }

    @Override
    protected Access access() {
        return new Access(null, Map.of(Access.TOKEN, server().token()));
    }

    @Override
    protected Place place() {
        return server().place();
    }

    @Override
    protected Address written(String text) {
        return server().written(text);
    }

    @Override
    protected void changed(Address post, String text) {
        server().changed(post, text);
    }

    @Override
    protected void deleted(Address post) {
        server().deleted(post);
    }

    @Override
    protected boolean trouble(Trouble next) {
        return server().trouble(next);
    }
}
