package ru.otklik.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.background.Node;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.TestDatabase;
import ru.otklik.directory.MovableClock;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.listening.LaneRows.Claim;
import ru.otklik.networks.Address;
import ru.otklik.networks.Found;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworksOf;
import ru.otklik.networks.OneVoice;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.SilentNetwork;
import ru.otklik.region.Region;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListeningTest {

    /** Each place is a roll of posts, of which a turn takes no more than it may. */
    private static class Paper extends SilentNetwork {
        final Map<String, List<Post>> rolls = new HashMap<>();
        final Map<String, List<Address>> gone = new HashMap<>();
        final List<String> asked = new ArrayList<>();

        @org.jspecify.annotations.Nullable
        NetworkFault fault;

        Runnable meanwhile = () -> {};

        @Override
        public String key() {
            return "paper";
        }

        @Override
        public Heard listen(Lane lane) {
            String place = lane.places().get(0).id();
            asked.add(place);
            if (fault != null) {
                throw fault;
            }
            List<Post> roll = rolls.getOrDefault(place, List.of());
            meanwhile.run();
            int from = lane.cursor().isEmpty() ? 0 : Integer.parseInt(lane.cursor());
            int to = Math.min(roll.size(), from + lane.most());
            return new Heard(
                    roll.subList(from, to),
                    gone.getOrDefault(place, List.of()),
                    Integer.toString(to),
                    to < roll.size());
        }
    }

    private class Keeping implements Inbox {
        @Override
        public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
            abouts.add(about);
            messages.forEach(m -> received.add(m.externalId()));
            return List.of();
        }

        @Override
        public Map<String, String> territories() {
            return Map.of();
        }

        @Override
        public void gone(String network, String thread, String externalId) {
            vanished.add(externalId);
        }

        @Override
        public void ours(NewMessage answer) {
            ours.add(answer.externalId());
        }
    }

    private final List<Optional<String>> abouts = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final List<String> vanished = new ArrayList<>();
    private final List<String> ours = new ArrayList<>();
    private final Paper paper = new Paper();
    private final MovableClock clock = new MovableClock();
    private final OneVoice voices = new OneVoice();
    private final Node node = new Node(new MockEnvironment().withProperty("otklik.home", "target/test-home"));
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private LaneRows lanes;
    private SourceRows sources;

    @BeforeEach
    void database() {
        var source = TestDatabase.fresh();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        lanes = new LaneRows(jdbc);
        sources = new SourceRows(jdbc);
    }

    @Test
    void what_citizens_wrote_is_handed_on_and_what_our_accounts_wrote_is_no_incident() {
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1"), ours("2"), post("3")));
        paper.gone.put("a", List.of(new Address("t", "0")));
        var listening = listening(new Keeping());
        assertThat(listening.turn(node)).isTrue();
        assertThat(listening.turn(node)).as("not due again").isFalse();
        assertThat(received).containsExactly("1", "3");
        assertThat(ours).containsExactly("2");
        assertThat(vanished).containsExactly("0");
        var health = sources.list().get(0).health();
        assertThat(health.heard()).isEqualTo(3);
        assertThat(health.heardAt()).isEqualTo(clock.instant());
        clock.move(Sources.EVERY);
        assertThat(listening.turn(node)).isTrue();
        assertThat(received).as("from where it stopped").containsExactly("1", "3");
    }

    @Test
    void fifty_thousand_old_posts_of_one_source_do_not_hold_up_five_hundred_others() {
        watch("backlog", 200);
        paper.rolls.put(
                "backlog",
                IntStream.range(0, 50_000).mapToObj(i -> post("old" + i)).toList());
        for (int i = 0; i < 500; i++) {
            watch("s" + i, 200);
            paper.rolls.put("s" + i, List.of(post("new" + i)));
        }
        var listening = listening(new Keeping());
        clock.move(Duration.ofMillis(1));
        for (int turns = 0; turns < 502; turns++) {
            listening.turn(node);
            clock.move(Duration.ofMillis(1));
        }
        assertThat(received)
                .filteredOn(id -> id.startsWith("new"))
                .as("each at its first turn")
                .hasSize(500);
        assertThat(received.size()).isLessThanOrEqualTo(900);
        while (listening.turn(node) && received.size() < 50_500) {
            clock.move(Duration.ofMillis(1));
        }
        assertThat(received).hasSize(50_500).doesNotHaveDuplicates();
    }

    @Test
    void what_could_not_be_kept_is_heard_again_from_the_same_place() {
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1")));
        listening(new Keeping() {
                    @Override
                    public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
                        throw new IllegalStateException("the database is away");
                    }
                })
                .turn(node);
        assertThat(sources.list().get(0).health().error()).contains("не удалось сохранить");
        clock.move(Duration.ofMinutes(2));
        listening(new Keeping()).turn(node);
        assertThat(received).containsExactly("1");
        assertThat(sources.list().get(0).health().error()).isNull();
    }

    @Test
    void one_post_that_is_never_stored_is_put_aside_with_its_error_and_the_others_go_on() {
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1"), post("bad"), post("3")));
        var healed = new boolean[1];
        Inbox inbox = new Keeping() {
            @Override
            public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
                for (NewMessage m : messages) {
                    jdbc.sql("insert into lane (network, key, next_at) values ('kept', :id, now())")
                            .param("id", m.externalId())
                            .update();
                    if (m.externalId().equals("bad") && !healed[0]) {
                        jdbc.sql("select 1/0").query(Integer.class).single();
                    }
                }
                return super.receive(messages, about);
            }
        };
        var listening = listening(inbox);
        for (int i = 0; i < 4; i++) {
            assertThat(received).as("perhaps it is only a bad moment").isEmpty();
            listening.turn(node);
            clock.move(Duration.ofHours(1));
        }
        assertThat(received).containsExactly("1", "3");
        assertThat(jdbc.sql("select key from lane where network = 'kept' order by 1")
                        .query(String.class)
                        .list())
                .as("what the failed post had written is undone, the rest is kept")
                .containsExactly("1", "3");

        var aside = aside(inbox);
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
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1"), post("2")));
        var time = Region.named("stavropol").workingTime().workingTime();
        var ended = new boolean[] {true};
        var listening = listening(new Keeping() {
            @Override
            public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
                if (ended[0]) {
                    time.isWorking(Instant.parse("2150-01-11T09:00:00Z"));
                }
                return super.receive(messages, about);
            }
        });
        for (int i = 0; i < 6; i++) {
            listening.turn(node);
            clock.move(Duration.ofMinutes(10));
        }
        assertThat(sources.list().get(0).health().error()).contains("2150");
        ended[0] = false;
        listening.turn(node);
        assertThat(received).containsExactly("1", "2");
    }

    @Test
    void what_the_limits_refuse_is_put_aside_with_the_sentence() {
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1"), post("2")));
        Inbox inbox = new Keeping() {
            @Override
            public List<Refused> receive(List<NewMessage> messages, Optional<String> about) {
                super.receive(messages.subList(0, 1), about);
                return List.of(new Refused(messages.get(messages.size() - 1), "Текст слишком длинный."));
            }
        };
        listening(inbox).turn(node);
        assertThat(received).containsExactly("1");
        assertThat(aside(inbox).list()).singleElement().satisfies(r -> {
            assertThat(r.message().externalId()).isEqualTo("2");
            assertThat(r.error()).isEqualTo("Текст слишком длинный.");
        });
        assertThat(aside(inbox).again(aside(inbox).list().get(0).id()))
                .as("refused again")
                .isFalse();
    }

    @Test
    void a_source_that_fails_waits_longer_each_time_and_says_why() {
        watch("a", 100);
        paper.fault = new NetworkFault(NetworkFault.Kind.TROUBLE, "Сеть не отвечает.");
        var listening = listening(new Keeping());
        listening.turn(node);
        assertThat(nextIn()).isEqualTo(Duration.ofMinutes(1));
        clock.move(Duration.ofMinutes(1));
        listening.turn(node);
        assertThat(nextIn()).isEqualTo(Duration.ofMinutes(2));
        for (int i = 0; i < 5; i++) {
            clock.move(Duration.ofMinutes(5));
            listening.turn(node);
        }
        assertThat(nextIn()).isEqualTo(Duration.ofMinutes(5));
        paper.fault = new NetworkFault(NetworkFault.Kind.LIMIT, "Слишком часто.", Duration.ofMinutes(17), true, null);
        clock.move(Duration.ofMinutes(5));
        listening.turn(node);
        assertThat(nextIn()).as("as the network asks").isEqualTo(Duration.ofMinutes(17));
        assertThat(sources.list().get(0).health().error()).isEqualTo("Слишком часто.");
        assertThat(voices.failures).contains(NetworkFault.Kind.TROUBLE, NetworkFault.Kind.LIMIT);
    }

    @Test
    void who_lost_its_claim_moves_nothing_and_a_killed_node_holds_nothing() {
        watch("a", 100);
        Claim slow = lanes.claim(node.id(), clock.instant()).orElseThrow();
        assertThat(lanes.claim(UUID.randomUUID(), clock.instant())).as("taken").isEmpty();
        clock.move(Claim.ABANDONED.plusSeconds(1));
        Claim other = lanes.claim(UUID.randomUUID(), clock.instant()).orElseThrow();
        assertThat(lanes.move(slow, "5", 5, clock.instant(), clock.instant())).isFalse();
        assertThat(lanes.move(other, "3", 3, clock.instant(), clock.instant())).isTrue();
        Claim third = lanes.claim(node.id(), clock.instant()).orElseThrow();
        assertThat(third.cursor()).isEqualTo("3");
        lanes.release(node.id());
        assertThat(lanes.claim(node.id(), clock.instant())).isPresent();
    }

    @Test
    void what_a_source_is_about_goes_with_its_messages() {
        int id = watch("a", 100);
        paper.rolls.put("a", List.of(post("1")));
        var listening = listening(new Keeping());
        listening.turn(node);
        service()
                .change(id, 0, new Sources.Change(Sources.EVERY, 100, "ipatovo", true))
                .get();
        paper.rolls.put("a", List.of(post("1"), post("2")));
        clock.move(Sources.EVERY);
        listening.turn(node);
        assertThat(received).containsExactly("1", "2");
        assertThat(abouts).containsExactly(Optional.empty(), Optional.of("ipatovo"));
    }

    @Test
    void a_source_that_is_off_is_not_asked() {
        int id = watch("a", 100);
        var service = service();
        service.change(id, 0, new Sources.Change(Sources.EVERY, 100, null, false))
                .get();
        assertThat(listening(new Keeping()).turn(node)).isFalse();
        assertThat(code(service.change(id, 0, new Sources.Change(Sources.EVERY, 100, null, true))))
                .isEqualTo("stale");
        assertThat(code(service.change(id, 1, new Sources.Change(Duration.ofSeconds(1), 100, null, true))))
                .isEqualTo("misfit");
    }

    @Test
    void a_page_that_was_asked_for_before_the_network_called_is_older_than_the_call() {
        watch("a", 100);
        paper.rolls.put("a", List.of(post("1"), post("2"), post("3")));
        paper.gone.put("a", List.of(post("4").address()));
        Inbox inbox = new Keeping();
        Listening listening = listening(inbox);
        var said = new Push.Taken(
                200, "", List.of(post("2"), post("4")), List.of(post("3").address()));
        paper.meanwhile = () -> java.util.Objects.requireNonNull(taking.get(inbox))
                .called(
                        "paper",
                        1,
                        said,
                        () -> lanes.hold(sources.list().get(0).source().lane()));
        listening.turn(node);
        assertThat(received).containsExactly("2", "4", "1");
        assertThat(vanished).containsExactly("3");
    }

    @Test
    void a_place_is_watched_once() {
        watch("a", 100);
        assertThat(code(service().add(draft("a", 100)))).isEqualTo("known-source");
    }

    private static String code(Outcome<Integer> outcome) {
        return outcome.fold(id -> "", Refusal::code);
    }

    private Duration nextIn() {
        return Duration.between(clock.instant(), sources.list().get(0).health().nextAt());
    }

    private int watch(String place, int most) {
        return service().add(draft(place, most)).get();
    }

    private static Sources.Draft draft(String place, int most) {
        var found = new Found(new Place("paper", "roll", place, place, "https://paper.example/"), List.of(), List.of());
        return new Sources.Draft(found, 1, Sources.EVERY, most, Instant.EPOCH, null);
    }

    private Sources service() {
        return new Sources(NetworksOf.these(paper), voices, sources, lanes, transaction, clock);
    }

    private Listening listening(Inbox inbox) {
        Network[] networks = {paper};
        return new Listening(
                NetworksOf.these(networks),
                voices,
                lanes,
                sources,
                taking.computeIfAbsent(inbox, i -> new Taking(i, aside(i), voices, sources, transaction)),
                clock);
    }

    private final Map<Inbox, Taking> taking = new HashMap<>();

    private Aside aside(Inbox inbox) {
        var rows = new AsideRows(jdbc, JsonMapper.builder().build());
        return new Aside(rows, inbox, transaction, Clock.systemUTC());
    }

    private static Post post(String id) {
        return new Post(new Address("t", id), null, "7", "Житель", null, "Яма", null, List.of(), null);
    }

    private static Post ours(String id) {
        return new Post(new Address("t", id), null, "ours", "Правительство", null, "Заделаем", null, List.of(), "1");
    }
}
