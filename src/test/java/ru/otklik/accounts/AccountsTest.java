package ru.otklik.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.accounts.OfficialAccount.Owner;
import ru.otklik.accounts.OfficialAccount.TokenState;
import ru.otklik.accounts.secrets.NewSecrets;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.OnPostgres;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.kernel.Outcome;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

@OnPostgres
@Import(StubVk.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Set<Integer> NOBODY = Set.of();

    @Autowired
    Accounts accounts;

    @Autowired
    Registering registering;

    @Autowired
    Tokens tokens;

    @Autowired
    Probing probing;

    @Autowired
    TokenLife life;

    @Autowired
    Authorities authorities;

    @Autowired
    People people;

    @Autowired
    Changes changes;

    @Autowired
    StubVk.Vk vk;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    int minjkh;

    @BeforeEach
    void an_empty_register() {
        accounts.list().stream()
                .filter(OfficialAccount::isOpen)
                .forEach(a -> registering.setClosed(a.id(), true, null).get());
        minjkh = authorities.find("minjkh").orElseThrow().id();
        vk.fails(Kind.TROUBLE);
    }

    @Test
    void with_a_token_the_network_says_whose_account_it_is() {
        String id = id();
        vk.knows(id);
        var added = registering
                .add(draft("vk", "", minjkh).withNothingTyped(), token("vk1.secret"), person("admin"))
                .get();
        assertThat(added.networkId()).isEqualTo(id);
        assertThat(added.name()).isEqualTo("Минпроб " + id);
        assertThat(added.link()).isEqualTo("https://vk.com/club" + id);
        assertThat(added.token().state()).isEqualTo(TokenState.ALIVE);
        assertThat(accounts.access(added.id()).token()).isEqualTo("vk1.secret");
        assertThat(accounts.access(added.id()).account()).isEqualTo(id);
        assertThat(accounts.isOurs("vk", id)).isTrue();
        assertThat(accounts.isOurs("ok", id)).isFalse();
    }

    @Test
    void a_token_that_is_dead_or_of_somebody_else_is_not_saved() {
        vk.fails(Kind.TOKEN_DEAD);
        assertThat(code(registering.add(draft("vk", id(), minjkh).it(), token("x"), null)))
                .isEqualTo("token-refused");
        vk.knows("foreign");
        assertThat(code(registering.add(draft("vk", id(), minjkh).it(), token("x"), null)))
                .isEqualTo("foreign-token");
        assertThat(accounts.list()).noneMatch(OfficialAccount::isOpen);
    }

    @Test
    void while_the_network_is_silent_a_token_is_saved_unchecked_and_the_number_must_be_typed() {
        assertThat(code(registering.add(draft("vk", "", minjkh).it(), token("x"), null)))
                .isEqualTo("no-network-id");
        var added = added("vk", minjkh, token("x"));
        assertThat(added.token().state()).isEqualTo(TokenState.UNCHECKED);
        assertThat(added.token().error()).contains("не отвечает");
    }

    @Test
    void an_answer_goes_out_from_the_authoritys_own_account_and_else_from_the_governments() {
        assertThat(accounts.forAnswer("vk", minjkh)).isEmpty();
        var government = added("vk", null, NewSecrets.NONE);
        assertThat(accounts.forAnswer("vk", minjkh).orElseThrow().account()).isEqualTo(government.id());
        added("ok", minjkh, NewSecrets.NONE);
        var first = added("vk", minjkh, NewSecrets.NONE);
        assertThat(accounts.forAnswer("vk", minjkh).orElseThrow().account()).isEqualTo(first.id());
        var living = added("vk", minjkh, NewSecrets.NONE);
        vk.knows(living.networkId());
        tokens.set(living.id(), token("x"), null).get();
        assertThat(accounts.forAnswer("vk", minjkh).orElseThrow().account()).isEqualTo(living.id());
        registering.setClosed(living.id(), true, null).get();
        assertThat(accounts.forAnswer("vk", minjkh).orElseThrow().account()).isEqualTo(first.id());
        registering.setClosed(first.id(), true, null).get();
        assertThat(accounts.forAnswer("vk", minjkh).orElseThrow().account()).isEqualTo(government.id());
        assertThat(accounts.forAnswer("telegram", minjkh)).isEmpty();
    }

    @Test
    void who_may_post_is_who_is_named_or_else_everybody_who_may_publish() {
        var account = added("vk", minjkh, NewSecrets.NONE);
        Person executor = person("minjkh-executor");
        Person deputy = person("minjkh-deputy");
        assertThat(accounts.bar(account.id(), executor.id())).isEmpty();
        registering
                .change(
                        account.id(),
                        account.version(),
                        draft("vk", account.networkId(), minjkh).by(Set.of(deputy.id())),
                        null)
                .get();
        assertThat(accounts.bar(account.id(), deputy.id())).isEmpty();
        assertThat(accounts.bar(account.id(), executor.id()).orElseThrow()).contains(deputy.name());
    }

    @Test
    void every_quarter_of_an_hour_an_account_that_is_due_is_asked_about() {
        var account = living();
        vk.asked.clear();
        probing.probeDue();
        assertThat(vk.asked).as("it was checked just now").isEmpty();
        clock.move(Duration.ofMinutes(15));
        probing.probeDue();
        probing.probeDue();
        assertThat(vk.asked)
                .singleElement()
                .satisfies(a -> assertThat(a.account()).isEqualTo(account.networkId()));
        assertThat(accounts.get(account.id()).token().checkedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_dead_token_is_an_alarm_once_and_its_return_is_told() {
        var account = living();
        vk.fails(Kind.TOKEN_DEAD);
        assertThat(tokens.check(account.id()).token().state()).isEqualTo(TokenState.DEAD);
        var since = accounts.get(account.id()).token().since();
        clock.move(Duration.ofMinutes(20));
        tokens.check(account.id());
        assertThat(accounts.get(account.id()).token().since()).isEqualTo(since);
        assertThat(tokens.events(account.id())).singleElement().satisfies(e -> {
            assertThat(e.died()).isTrue();
            assertThat(e.sentence()).contains("токен отозван");
        });
        vk.knows(account.networkId());
        assertThat(tokens.check(account.id()).token().isAlive()).isTrue();
        assertThat(tokens.events(account.id())).extracting(Tokens.Event::died).containsExactly(false, true);
    }

    @Test
    void what_passes_by_itself_changes_nothing_but_the_note() {
        var account = living();
        for (Kind kind : List.of(Kind.TROUBLE, Kind.LIMIT, Kind.NONSENSE, Kind.CAPTCHA)) {
            vk.fails(kind);
            assertThat(tokens.check(account.id()).token()).satisfies(t -> {
                assertThat(t.isAlive()).isTrue();
                assertThat(t.errorKind()).isEqualTo(kind.name());
            });
        }
        vk.says = () -> {
            throw new IllegalStateException("https://api.example/bot123:SECRET/getMe");
        };
        assertThat(tokens.check(account.id()).token().error()).doesNotContain("SECRET");
        assertThat(tokens.events(account.id())).isEmpty();
    }

    @Test
    void a_lane_that_meets_a_dead_token_stops_the_account_at_once_and_a_check_follows_soon() {
        var account = living();
        accounts.failed(account.id(), new NetworkFault(Kind.LIMIT, "Подождите."));
        assertThat(accounts.get(account.id()).token().isAlive()).isTrue();
        accounts.failed(account.id(), new NetworkFault(Kind.TOKEN_DEAD, "Токен отозван."));
        assertThat(accounts.get(account.id()).token().isDead()).isTrue();
        clock.move(Duration.ofMinutes(2));
        accounts.works(account.id());
        assertThat(accounts.get(account.id()).token().isDead())
                .as("a call that began before may end after; the check decides")
                .isTrue();
        probing.probeDue();
        assertThat(accounts.get(account.id()).token().isAlive()).isTrue();
    }

    @Test
    void what_was_asked_of_the_former_token_says_nothing_of_the_new_one() {
        var account = living();
        int asked = accounts.get(account.id()).secretsVersion();
        tokens.set(account.id(), token("new"), null).get();
        life.failed(account.id(), asked, new NetworkFault(Kind.TOKEN_DEAD, "Токен отозван."));
        assertThat(accounts.get(account.id()).token().isAlive()).isTrue();
    }

    @Test
    void a_token_that_turns_out_to_be_of_somebody_else_is_dead_for_this_account() {
        var account = added("vk", minjkh, token("x"));
        vk.knows("foreign");
        assertThat(tokens.check(account.id()).token()).satisfies(t -> {
            assertThat(t.isDead()).isTrue();
            assertThat(t.error()).contains("другой учётной записи");
        });
        assertThat(code(registering.change(
                        account.id(),
                        account.version(),
                        draft("vk", "foreign", minjkh).it(),
                        null)))
                .isEqualTo("token-is-of-another");
    }

    @Test
    void of_two_who_change_an_account_the_second_is_told() {
        var account = added("vk", minjkh, NewSecrets.NONE);
        var first = draft("vk", account.networkId(), minjkh).named("Первый успел");
        assertThat(code(registering.change(account.id(), account.version(), first, null)))
                .isEqualTo("done");
        assertThat(code(registering.change(account.id(), account.version(), first, null)))
                .isEqualTo("stale-account");
        assertThat(accounts.get(account.id()).name()).isEqualTo("Первый успел");
    }

    @Test
    void what_does_not_fit_is_refused_with_a_sentence() {
        var account = added("vk", minjkh, NewSecrets.NONE);
        assertThat(code(registering.add(draft("vk", account.networkId(), null).it(), NewSecrets.NONE, null)))
                .isEqualTo("account-taken");
        assertThat(code(registering.add(draft("myspace", id(), minjkh).it(), NewSecrets.NONE, null)))
                .isEqualTo("no-network");
        assertThat(code(registering.add(draft("vk", id(), 999).it(), NewSecrets.NONE, null)))
                .isEqualTo("no-authority");
        assertThat(code(registering.add(
                        draft("vk", id(), minjkh).by(Set.of(person("operator").id())), NewSecrets.NONE, null)))
                .isEqualTo("foreign-poster");
        for (String link :
                List.of("", "javascript:alert(1)", "vk.com/x", "https://", "https://a@b.ru/", "ftp://x.ru/")) {
            assertThat(code(registering.add(draft("vk", id(), minjkh).linked(link), NewSecrets.NONE, null)))
                    .as(link)
                    .isEqualTo("bad-link");
        }
    }

    @Test
    void every_change_is_on_record_and_no_secret_is() {
        vk.knows("777");
        var account = registering
                .add(draft("vk", "777", minjkh).it(), token("SECRET-ONE"), person("admin"))
                .get();
        tokens.set(account.id(), token("SECRET-TWO"), person("admin")).get();
        tokens.set(account.id(), new NewSecrets(Map.of(), Set.of("token")), person("admin"))
                .get();
        registering.setClosed(account.id(), true, person("admin")).get();
        var record = changes.list(new Changes.Filter(Change.Subject.ACCOUNT, account.id(), null), Long.MAX_VALUE, 50);
        assertThat(record).extracting(Change::act).contains("добавлена", "токены", "закрыта");
        assertThat(record).allMatch(c -> c.personName().equals(person("admin").name()));
        assertThat(record.toString())
                .contains("задано новое значение", "удалено")
                .doesNotContain("SECRET");
        assertThat(accounts.get(account.id()).token().state()).isEqualTo(TokenState.NONE);
        assertThat(accounts.access(account.id()).secret("token")).isEmpty();
        assertThat(jdbc.sql("select coalesce(string_agg(s::text, ''), '') from account_secret s")
                        .query(String.class)
                        .single())
                .doesNotContain("SECRET");
        assertThatThrownBy(() -> jdbc.sql("delete from account_event").update())
                .isInstanceOf(DataAccessException.class);
    }

    private OfficialAccount living() {
        String id = id();
        vk.knows(id);
        return registering.add(draft("vk", id, minjkh).it(), token("x"), null).get();
    }

    private OfficialAccount added(String network, @Nullable Integer authority, NewSecrets secrets) {
        return registering
                .add(draft(network, id(), authority).it(), secrets, null)
                .get();
    }

    private static NewSecrets token(String token) {
        return new NewSecrets(Map.of("token", token), Set.of());
    }

    private static String id() {
        return "a" + NEXT.incrementAndGet();
    }

    private Person person(String login) {
        return people.findByLogin(login).orElseThrow();
    }

    private static String code(Outcome<?> outcome) {
        Function<Object, String> done = any -> "done";
        return outcome.fold(done, no -> no.code());
    }

    private static Typed draft(String network, String networkId, @Nullable Integer authority) {
        return new Typed(network, networkId, authority);
    }

    private record Typed(
            String network, String networkId, @Nullable Integer authority) {

        Registering.Draft it() {
            return made("Минпроб", "https://vk.com/minprob", NOBODY);
        }

        Registering.Draft withNothingTyped() {
            return made("", "", NOBODY);
        }

        Registering.Draft named(String name) {
            return made(name, "https://vk.com/minprob", NOBODY);
        }

        Registering.Draft linked(String link) {
            return made("Минпроб", link, NOBODY);
        }

        Registering.Draft by(Set<Integer> posters) {
            return made("Минпроб", "https://vk.com/minprob", posters);
        }

        private Registering.Draft made(String name, String link, Set<Integer> posters) {
            return new Registering.Draft(
                    authority,
                    network,
                    networkId,
                    name,
                    link,
                    new Owner(null, "Пресс П. П.", "пресс-секретарь"),
                    posters,
                    true,
                    true);
        }
    }
}
