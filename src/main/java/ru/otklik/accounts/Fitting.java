package ru.otklik.accounts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.Registering.Draft;
import ru.otklik.accounts.secrets.SecretNames;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Refusal;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;

/** Whether an account as typed fits the directory and the networks; and what it says, by fields, for a person. */
@Component
class Fitting {

    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_LINK = 500;

    private final Authorities authorities;
    private final People people;
    private final Networks networks;

    Fitting(Authorities authorities, People people, Networks networks) {
        this.authorities = authorities;
        this.people = people;
        this.networks = networks;
    }

    /** Where authorities have accounts, and what else is connected and takes answers. */
    List<String> networks() {
        return Stream.concat(
                        SecretNames.networks().stream(),
                        networks.list().stream()
                                .filter(n -> n.abilities().answers())
                                .map(Network::key))
                .distinct()
                .toList();
    }

    /** What can be said before the network is asked. */
    Optional<Refusal> objection(Draft draft) {
        if (!networks().contains(draft.network())) {
            return refusal("no-network", "Выберите сеть из списка.");
        }
        if (draft.authorityId() != null && authority(draft.authorityId()).isEmpty()) {
            return refusal("no-authority", "Такого органа власти нет в справочнике.");
        }
        var owner = draft.owner();
        if (owner.personId() != null) {
            if (people.find(owner.personId()).filter(Person::active).isEmpty()) {
                return refusal("no-owner", "Такого действующего сотрудника нет в справочнике. Выберите другого.");
            }
        } else if (bad(owner.name()) || bad(owner.position())) {
            return refusal("no-owner", "Укажите ответственного: выберите сотрудника или впишите имя и должность.");
        }
        return draft.posters().stream()
                .map(id -> people.find(id))
                .filter(p -> p.filter(x -> Objects.equals(x.authorityId(), draft.authorityId()))
                        .isEmpty())
                .findFirst()
                .flatMap(p -> refusal(
                        "foreign-poster",
                        "%s работает в другом органе власти: снимите отметку."
                                .formatted(p.map(Person::name).orElse("Отмеченный сотрудник"))));
    }

    /** What the network may fill in. */
    Optional<Refusal> incomplete(Draft draft) {
        if (bad(draft.networkId())) {
            return refusal(
                    "no-network-id",
                    "Укажите номер учётной записи в сети, до 200 знаков: узнать его у самой сети не удалось.");
        }
        if (bad(draft.name())) {
            return refusal("no-name", "Укажите название учётной записи, до 200 знаков.");
        }
        return isLink(draft.link())
                ? Optional.empty()
                : refusal("bad-link", "Ссылка должна начинаться с https:// и вести на страницу учётной записи.");
    }

    Map<String, String> fields(OfficialAccount account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("орган власти", title(account.authorityId()));
        fields.put("сеть", NetworkTitles.of(account.network()));
        fields.put("номер в сети", account.networkId());
        fields.put("название", account.name());
        fields.put("ссылка", account.link());
        fields.put(
                "ответственный", account.owner().name() + ", " + account.owner().position());
        fields.put(
                "размещают",
                account.posters().isEmpty()
                        ? "все сотрудники"
                        : account.posters().stream()
                                .map(id -> people.find(id).map(Person::name).orElse("№ " + id))
                                .sorted()
                                .collect(Collectors.joining(", ")));
        fields.put("двухфакторный вход", yes(account.twoFactor()));
        fields.put("отметка «Госорганизация»", yes(account.stateMark()));
        fields.put("закрыта", yes(!account.isOpen()));
        return fields;
    }

    private String title(@Nullable Integer authority) {
        return authority == null
                ? "Правительство"
                : authority(authority).map(Authority::shortTitle).orElse("№ " + authority);
    }

    private Optional<Authority> authority(int id) {
        return authorities.list().stream().filter(a -> a.id() == id).findFirst();
    }

    private static boolean isLink(String link) {
        try {
            var uri = new URI(link);
            return link.length() <= LONGEST_LINK
                    && link.matches("(?i)https?://.+")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean bad(String word) {
        return word.isEmpty() || word.length() > LONGEST_WORD;
    }

    private static String yes(boolean value) {
        return value ? "да" : "нет";
    }

    private static Optional<Refusal> refusal(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
