package ru.otklik.directory;

import java.text.Collator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import ru.otklik.background.Remembered;

/**
 * The directory in memory. It is read by every command and every request, and changes a few times a week: a read is one
 * volatile load. A change made here shows at once; one made by another process within {@link #FRESH}.
 */
@Component
class Snapshots {

    static final Duration FRESH = Duration.ofSeconds(3);

    record Snapshot(
            List<Authority> authorityList,
            Map<Integer, Authority> authorities,
            Map<String, Authority> authoritiesByCode,
            Map<Integer, String> missing,
            List<Person> personList,
            Map<Integer, Person> people,
            Map<String, Person> peopleByLogin,
            Map<Integer, List<Person>> peopleByAuthority) {}

    private final Remembered<Snapshot> known;

    @Autowired
    Snapshots(AuthorityRows authorities, PersonRows people) {
        this(() -> of(authorities.list(), people.list()), System::nanoTime);
    }

    Snapshots(Supplier<Snapshot> source, LongSupplier nanos) {
        this.known = new Remembered<>(source, FRESH, nanos);
    }

    Snapshot current() {
        return known.current();
    }

    /** Call after every change. */
    void changed() {
        known.changed();
    }

    static Snapshot of(List<Authority> authorities, List<Person> people) {
        Collator russian = Collator.getInstance(new Locale("ru"));
        var sorted = new ArrayList<>(authorities);
        sorted.sort(Comparator.comparing(Authority::kind).thenComparing(Authority::title, russian));
        var byName = new ArrayList<>(people);
        byName.sort(Comparator.comparing(Person::name, russian).thenComparing(Person::id));

        Map<Integer, List<Person>> byAuthority = new HashMap<>();
        Map<Integer, Person> byId = new HashMap<>();
        Map<String, Person> byLogin = new HashMap<>();
        for (Person person : byName) {
            byId.put(person.id(), person);
            byLogin.put(person.login(), person);
            if (person.authorityId() != null) {
                byAuthority
                        .computeIfAbsent(person.authorityId(), id -> new ArrayList<>())
                        .add(person);
            }
        }
        Map<Integer, Authority> authoritiesById = new LinkedHashMap<>();
        Map<String, Authority> byCode = new HashMap<>();
        Map<Integer, String> missing = new HashMap<>();
        for (Authority authority : sorted) {
            authoritiesById.put(authority.id(), authority);
            byCode.put(authority.code(), authority);
            authority
                    .missing(byAuthority.getOrDefault(authority.id(), List.of()))
                    .ifPresent(sentence -> missing.put(authority.id(), sentence));
        }
        byAuthority.replaceAll((id, list) -> List.copyOf(list));
        return new Snapshot(
                List.copyOf(sorted),
                authoritiesById,
                byCode,
                missing,
                List.copyOf(byName),
                byId,
                byLogin,
                Map.copyOf(byAuthority));
    }
}
