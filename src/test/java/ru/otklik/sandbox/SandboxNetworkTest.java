package ru.otklik.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.otklik.directory.OnPostgres;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Reply;

@OnPostgres
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SandboxNetworkTest {

    @Autowired
    SandboxNetwork network;

    @Test
    void an_answer_to_what_is_not_there_is_refused() {
        assertThat(network.answer(new Address("0", "0"), Answer.of("Заделаем", "no-such-post"), Access.NONE))
                .isInstanceOf(Reply.Refused.class);
    }
}
