package ru.otklik.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.accounts.secrets.Secrets;
import ru.otklik.directory.People;
import ru.otklik.networks.Access;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Voices;

/** The official accounts, for those who listen and those who answer. */
@Service
public class Accounts implements Voices {

    private final Register register;
    private final Secrets secrets;
    private final TokenLife life;
    private final People people;

    Accounts(Register register, Secrets secrets, TokenLife life, People people) {
        this.register = register;
        this.secrets = secrets;
        this.life = life;
        this.people = people;
    }

    public OfficialAccount get(int id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no account " + id));
    }

    public Optional<OfficialAccount> find(int id) {
        return Optional.ofNullable(register.current().byId().get(id));
    }

    /** Closed ones too, by number. */
    public List<OfficialAccount> list() {
        return register.current().list();
    }

    /** Clause 6: the authority's own open account in that network, one that lives before others; else the Government's. */
    @Override
    public Optional<Voice> forAnswer(String network, int authority) {
        return best(network, authority).or(() -> best(network, null)).map(this::voice);
    }

    @Override
    public List<Voice> list(String network) {
        return list().stream()
                .filter(a -> a.isOpen() && a.network().equals(network))
                .map(this::voice)
                .toList();
    }

    /** Its secrets are opened when it speaks, not before. */
    private Voice voice(OfficialAccount a) {
        return new Voice(a.id(), a.name());
    }

    @Override
    public Optional<String> silence(int account) {
        Optional<OfficialAccount> known = find(account).filter(OfficialAccount::isOpen);
        if (known.isEmpty()) {
            return Optional.of("Учётная запись закрыта.");
        }
        return switch (known.get().token().state()) {
            case NONE -> Optional.of("Токен не задан, ответ размещают вручную.");
            case DEAD -> Optional.of("Токен не действует. Администратор должен задать новый.");
            case UNCHECKED, ALIVE -> Optional.empty();
        };
    }

    @Override
    public Optional<String> bar(int account, int person) {
        return find(account)
                .filter(a -> !a.posters().isEmpty() && !a.posters().contains(person))
                .map(a -> "От имени учётной записи «%s» отвечают только: %s."
                        .formatted(
                                a.name(),
                                a.posters().stream()
                                        .map(id -> people.get(id).name())
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
    }

    private Optional<OfficialAccount> best(String network, @Nullable Integer authority) {
        return list().stream()
                .filter(a -> a.isOpen() && a.network().equals(network) && Objects.equals(a.authorityId(), authority))
                .min(Comparator.comparing((OfficialAccount a) -> !a.token().isAlive())
                        .thenComparing(a -> a.token().isDead())
                        .thenComparing(OfficialAccount::id));
    }

    /** Whether what this author writes is written by one of us. */
    @Override
    public boolean isOurs(String network, String authorId) {
        return register.current().ours().contains(List.of(network, authorId));
    }

    /**
     * With what the network is spoken to for that account; without secrets where none are set.
     *
     * @throws NetworkFault when the secrets cannot be read now
     */
    @Override
    public Access access(int account) {
        return new Access(get(account).networkId(), secrets.open(account));
    }

    /** A call with the account's {@link Access#TOKEN} failed; a dead token is told to everybody at once. */
    @Override
    public void failed(int account, NetworkFault fault) {
        life.failed(account, null, fault);
    }

    @Override
    public void works(int account) {
        life.seenAlive(get(account));
    }
}
