package ru.otklik.learning.competence;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.Authority.Competence;
import ru.otklik.directory.Entrusting;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Outcome;
import ru.otklik.learning.competence.CompetenceView.Typed;

/** Adds and removes what was typed, if the region knows such topic, territory and authority; tells what was done. */
@Component
class Keeping {

    private final Lines lines;
    private final Entrusting entrusting;
    private final Authorities authorities;
    private final FirstAssessment detection;

    Keeping(Lines lines, Entrusting entrusting, Authorities authorities, FirstAssessment detection) {
        this.lines = lines;
        this.entrusting = entrusting;
        this.authorities = authorities;
        this.detection = detection;
    }

    Outcome<String> add(Typed typed, Person by) {
        if (!lines.knows(typed.subject())) {
            return Outcome.refused("no-topic", "Выберите тематику или группу тематик из списка.");
        }
        if (!typed.at().isEmpty()
                && detection.gazetteer().territories().stream()
                        .noneMatch(t -> t.code().equals(typed.at()))) {
            return Outcome.refused("no-territory", "Такой территории в регионе нет. Выберите другую из списка.");
        }
        return authority(typed).then(a -> {
            Competence line = line(typed);
            return entrusting.entrust(a.id(), line, words(a, line), by).map(done -> sentence(a, line));
        });
    }

    Outcome<String> remove(Typed typed, Person by) {
        return authority(typed).then(a -> {
            Competence line = line(typed);
            return entrusting.withdraw(a.id(), line, words(a, line), by).map(done -> sentence(a, line));
        });
    }

    private Outcome<Authority> authority(Typed typed) {
        return authorities.list().stream()
                .filter(a -> typed.of().equals(String.valueOf(a.id())))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("no-authority", "Выберите орган власти из списка."));
    }

    private static Competence line(Typed typed) {
        @Nullable String territory = typed.at().isEmpty() ? null : typed.at();
        return new Competence(typed.subject(), territory);
    }

    private Entrusting.Words words(Authority authority, Competence line) {
        return new Entrusting.Words(lines.title(line.subject()), lines.where(authority.territoryOf(line)));
    }

    private String sentence(Authority authority, Competence line) {
        var words = words(authority, line);
        return "«%s», %s, «%s».".formatted(words.topic(), words.territory(), authority.shortTitle());
    }
}
