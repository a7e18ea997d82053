package ru.otklik.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.otklik.directory.OnPostgres;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkContract;
import ru.otklik.networks.Reply;

@OnPostgres
class SandboxNetworkTest extends NetworkContract {

    @Autowired
    SandboxNetwork network;

    @Autowired
    SandboxPosts posts;

    @Autowired
    Clock clock;

    @Override
    protected Network network() {
        return network;
    }

    @Override
    protected Address written(String text) {
        return posts.write("citizen", "Житель", text, null, clock.instant())
                .asPost()
                .address();
    }

    @Override
    protected void changed(Address post, String text) {
        assertThat(posts.edit(Long.parseLong(post.message()), "citizen", text, clock.instant()))
                .isTrue();
    }

    @Test
    void an_answer_to_what_is_not_there_is_refused() {
        assertThat(network.answer(new Address("0", "0"), "Заделаем", "no-such-post"))
                .isInstanceOf(Reply.Refused.class);
    }
}
