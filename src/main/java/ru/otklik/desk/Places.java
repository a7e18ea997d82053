package ru.otklik.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Gazetteer;
import ru.otklik.kernel.Outcome;

/** Territories and settlements as a person reads and types them. */
@Component
class Places {

    private final Gazetteer gazetteer;
    private final Map<String, String> codeOfTitle = new LinkedHashMap<>();
    private final Map<String, List<String>> titlesOfName = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();

    Places(FirstAssessment assessment) {
        gazetteer = assessment.gazetteer();
        gazetteer.territories().forEach(t -> add(t.code(), t.title()));
        gazetteer.settlements().forEach(s -> add(s.code(), s.name()));
    }

    private void add(String code, String name) {
        String title = title(code);
        titles.add(title);
        codeOfTitle.put(plain(title), code);
        titlesOfName.computeIfAbsent(plain(name), n -> new ArrayList<>()).add(title);
    }

    /** All that can be chosen. */
    List<String> titles() {
        return List.copyOf(titles);
    }

    String title(String code) {
        String territory =
                gazetteer.findTerritoryOf(code).map(Gazetteer.Territory::title).orElse(code);
        return gazetteer
                .findSettlement(code)
                .map(s -> s.name() + ", " + territory)
                .orElse(territory);
    }

    /** The code of what was typed: a title of the list, or a name that only one place bears; empty for nothing typed. */
    Outcome<Optional<String>> code(String typed) {
        if (typed.isBlank()) {
            return Outcome.done(Optional.empty());
        }
        List<String> named = titlesOfName.getOrDefault(plain(typed), List.of());
        if (named.size() > 1) {
            return Outcome.refused(
                    "which-place", "Таких мест несколько: %s. Выберите одно.".formatted(String.join("; ", named)));
        }
        @Nullable String code = codeOfTitle.get(plain(named.isEmpty() ? typed : named.get(0)));
        return code == null
                ? Outcome.refused(
                        "no-place",
                        "Места «%s» в списке нет. Выберите локацию из списка или оставьте поле пустым."
                                .formatted(typed.strip()))
                : Outcome.done(Optional.of(code));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("\\s+", " ");
    }
}
