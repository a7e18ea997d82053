package ru.otklik.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.TestDatabase;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworksOf;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import ru.otklik.region.Region;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListeningTest {

    /** One page of two posts, then silence. */
    private static class Paper implements Network {
        private final String key;
        private final List<Post> posts;

        Paper(String key, Post... posts) {
            this.key = key;
            this.posts = List.of(posts);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public boolean posts() {
            return false;
        }

        @Override
        public Heard listen(String cursor) {
            return cursor.isEmpty() ? new Heard(posts, "end") : new Heard(List.of(), cursor);
        }

        @Override
        public Reply answer(Address to, String text, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.util.Optional<Reply.Posted> find(Address to, String key) {
            throw new UnsupportedOperationException();
        }
    }

    private final List<String> received = new ArrayList<>();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void database() {
        var source = TestDatabase.fresh();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Test
    void each_citizens_post_is_handed_on_once_and_an_official_one_never() {
        var listening = listening(this::keep, new Paper("paper", post("1", false), post("2", true), post("3", false)));
        listening.hearAll();
        listening.hearAll();
        assertThat(received).containsExactly("1", "3");
    }

    @Test
    void what_could_not_be_kept_is_heard_again_from_the_same_place() {
        var paper = new Paper("paper", post("1", false));
        listening(
                        m -> {
                            throw new IllegalStateException("the database is away");
                        },
                        paper)
                .hearAll();
        assertThat(new CursorRows(jdbc).of("paper")).isEmpty();
        listening(this::keep, paper).hearAll();
        assertThat(received).containsExactly("1");
    }

    @Test
    void one_post_that_is_never_stored_is_put_aside_with_its_error_and_the_others_go_on() {
        var paper = new Paper("paper", post("1", false), post("bad", false), post("3", false));
        var healed = new boolean[1];
        Inbox inbox = m -> {
            jdbc.sql("insert into listening_cursor (network, cursor) values (:id, '')")
                    .param("id", m.externalId())
                    .update();
            if (m.externalId().equals("bad") && !healed[0]) {
                jdbc.sql("select 1/0").query(Integer.class).single();
            }
            keep(m);
        };
        var listening = listening(inbox, paper);
        listening.hearAll();
        listening.hearAll();
        assertThat(new CursorRows(jdbc).of("paper"))
                .as("perhaps it is only a bad moment")
                .isEmpty();
        received.clear();
        listening.hearAll();
        received.clear();
        listening.hearAll();
        assertThat(received).containsExactly("1", "3");
        assertThat(new CursorRows(jdbc).of("paper")).isEqualTo("end");
        assertThat(jdbc.sql("select network from listening_cursor where cursor = '' order by 1")
                        .query(String.class)
                        .list())
                .as("what the failed post had written is undone, the rest is kept")
                .containsExactly("1", "3");

        var aside = aside(inbox);
        assertThat(aside.count()).isEqualTo(1);
        var row = aside.list().get(0);
        assertThat(row.message().text()).isEqualTo("Яма");
        assertThat(row.error()).contains("division by zero");
        assertThat(aside.again(row.id())).isFalse();
        assertThat(aside.list().get(0).tries()).isEqualTo(5);
        healed[0] = true;
        assertThat(aside.again(row.id())).isTrue();
        assertThat(aside.again(row.id())).as("it is stored").isTrue();
        assertThat(received).containsExactly("1", "3", "bad");
        assertThat(aside.count()).isZero();
    }

    @Test
    void while_the_calendar_has_no_such_year_every_post_waits_in_its_network_and_none_is_put_aside() {
        var time = Region.named("stavropol").workingTime().workingTime();
        var paper = new Paper("paper", post("1", false), post("2", false));
        var ended = new boolean[] {true};
        Inbox inbox = m -> {
            if (ended[0]) {
                time.isWorking(Instant.parse("2150-01-11T09:00:00Z"));
            }
            keep(m);
        };
        var listening = listening(inbox, paper);
        for (int i = 0; i < 6; i++) {
            listening.hearAll();
        }
        assertThat(aside(inbox).count()).isZero();
        assertThat(new CursorRows(jdbc).of("paper")).isEmpty();
        ended[0] = false;
        listening.hearAll();
        assertThat(received).containsExactly("1", "2");
        assertThat(new CursorRows(jdbc).of("paper")).isEqualTo("end");
    }

    @Test
    void a_network_that_fails_does_not_silence_the_others() {
        var broken = new Paper("broken") {
            @Override
            public Heard listen(String cursor) {
                throw new IllegalStateException("no connection");
            }
        };
        listening(this::keep, broken, new Paper("paper", post("1", false))).hearAll();
        assertThat(received).containsExactly("1");
    }

    @Test
    void a_late_listener_moves_nothing() {
        var cursors = new CursorRows(jdbc);
        assertThat(cursors.move("paper", "", "5")).isTrue();
        assertThat(cursors.move("paper", "", "3")).isFalse();
        assertThat(cursors.of("paper")).isEqualTo("5");
    }

    private Listening listening(Inbox inbox, Network... networks) {
        return new Listening(NetworksOf.these(networks), new CursorRows(jdbc), inbox, aside(inbox), transaction);
    }

    private Aside aside(Inbox inbox) {
        var rows = new AsideRows(jdbc, JsonMapper.builder().build());
        return new Aside(rows, inbox, transaction, Clock.systemUTC());
    }

    private void keep(NewMessage message) {
        received.add(message.externalId());
    }

    private static Post post(String id, boolean official) {
        return new Post(new Address("t", id), null, "Житель", null, "Яма", null, List.of(), null, official);
    }
}
