package ru.otklik.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.kernel.Outcome;

/** Between the words of a caller and the numbers inside. */
@Component
class Names {

    private final Authorities authorities;
    private final FirstAssessment region;

    Names(Authorities authorities, FirstAssessment region) {
        this.authorities = authorities;
        this.region = region;
    }

    Outcome<Integer> authority(String codeOrNumber) {
        Optional<Authority> found = authorities.find(codeOrNumber);
        if (found.isEmpty() && codeOrNumber.matches("\\d{1,9}")) {
            int number = Integer.parseInt(codeOrNumber);
            found = authorities.list().stream().filter(a -> a.id() == number).findFirst();
        }
        return found.map(a -> Outcome.done(a.id()))
                .orElseGet(() ->
                        Outcome.refused("no-authority", "Нет органа власти с кодом «%s».".formatted(codeOrNumber)));
    }

    Outcome<List<Integer>> authorities(@Nullable List<String> codesOrNumbers) {
        List<Integer> all = new ArrayList<>();
        Outcome<List<Integer>> outcome = Outcome.done(all);
        for (String one : codesOrNumbers == null ? List.<String>of() : codesOrNumbers) {
            outcome = outcome.then(known -> authority(String.valueOf(one)).map(id -> {
                known.add(id);
                return known;
            }));
        }
        return outcome;
    }

    /** As callers know it. */
    String code(int authority) {
        return authorities.get(authority).code();
    }

    @Nullable
    String findCode(@Nullable Integer authority) {
        return authority == null ? null : code(authority);
    }

    Outcome<Boolean> topic(@Nullable String code) {
        return code == null || region.rubric().find(code).isPresent()
                ? Outcome.done(true)
                : Outcome.refused("no-topic", "Нет темы с кодом «%s».".formatted(code));
    }

    Outcome<Boolean> place(@Nullable String code) {
        return code == null
                        || region.gazetteer().findSettlement(code).isPresent()
                        || region.gazetteer().findTerritoryOf(code).isPresent()
                ? Outcome.done(true)
                : Outcome.refused("no-place", "Нет места с кодом «%s».".formatted(code));
    }
}
