package ru.otklik.regulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.otklik.kernel.Role;

/**
 * One version of a regulation. An incident keeps the version it started under.
 *
 * @param key {@code stavropol/2022-12-14}; the parent's key follows where numbers are inherited
 * @param act the act that set these numbers, as people cite it
 * @param terms in the order of the file, which is the order of the clauses
 * @param tiers who approves, in turn; each tier is another person
 * @param selfApproval whether the author of a draft may approve it
 * @param maxReturns how many times authorities may return one incident; empty: no limit
 * @param maxInterims how many interim answers one incident may have; 0: none
 * @param secondLook whether an exclusion is confirmed by another person
 */
public record Regulation(
        String key,
        String act,
        List<TermRule> terms,
        List<Role> tiers,
        boolean selfApproval,
        OptionalInt maxReturns,
        int maxInterims,
        boolean secondLook) {

    public Optional<TermRule> find(String termKey) {
        return terms.stream().filter(t -> t.key().equals(termKey)).findFirst();
    }

    public TermRule get(String termKey) {
        return find(termKey)
                .orElseThrow(
                        () -> new IllegalArgumentException("В регламенте %s нет срока «%s»".formatted(key, termKey)));
    }

    /** The terms by key, for a reader that looks up many. */
    public Map<String, TermRule> byKey() {
        return terms.stream().collect(Collectors.toMap(TermRule::key, Function.identity()));
    }
}
