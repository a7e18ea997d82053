package ru.otklik.repeats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Actor;
import ru.otklik.casework.State;
import ru.otklik.detection.repeats.SameAuthor;
import ru.otklik.detection.repeats.Sketch;
import ru.otklik.detection.repeats.Telling;

/** What of all that was said is this again, as far as the viewer may see it. */
@Service
public class Repeats {

    /** So many of each sort stand beside a message. */
    private static final int MOST = 20;

    private static final int LOOKED_AT = 60;

    /**
     * @param why in Russian, for the person who decides
     * @param together on the same topic at the same place at this time too: one event, it seems
     * @param event number of the event that it is in; null: none
     */
    public record Other(
            long incident,
            State state,
            Instant at,
            String text,
            String why,
            boolean together,
            @Nullable Long event) {

        Other inOneEvent() {
            return new Other(incident, state, at, text, why, true, event);
        }

        Other because(String reason) {
            return new Other(incident, state, at, text, reason, together, event);
        }
    }

    /**
     * @param sameAuthor the same author on the same matter
     * @param alike nearly the same text
     * @param others other people on the same problem at the same place
     */
    public record Found(List<Other> sameAuthor, List<Other> alike, List<Other> others) {
        static final Found NOTHING = new Found(List.of(), List.of(), List.of());

        public boolean isEmpty() {
            return sameAuthor.isEmpty() && alike.isEmpty() && others.isEmpty();
        }
    }

    private final SaidRows said;
    private final RepeatRows rows;
    private final RepeatsWiring.Settings settings;

    Repeats(SaidRows said, RepeatRows rows, RepeatsWiring.Settings settings) {
        this.said = said;
        this.rows = rows;
        this.settings = settings;
    }

    /** Nothing for what was not heard yet: it is a matter of seconds. */
    @Transactional(readOnly = true)
    public Found find(long incident, Actor viewer) {
        Optional<Telling> known = rows.telling(incident);
        if (known.isEmpty()) {
            return Found.NOTHING;
        }
        Telling now = known.get();
        var visible = Visibility.of(viewer);
        Set<Long> shown = new HashSet<>(Set.of(incident));
        List<Other> sameAuthor = fresh(sameAuthor(now, visible), shown);
        List<Other> others = others(now, visible);
        Set<Long> together = others.stream().map(Other::incident).collect(Collectors.toSet());
        List<Other> alike = fresh(alike(now, visible), shown).stream()
                .map(o -> together.contains(o.incident()) ? o.inOneEvent() : o)
                .toList();
        return new Found(sameAuthor, alike, fresh(others, shown));
    }

    private List<Other> sameAuthor(Telling now, Visibility visible) {
        Map<Long, Other> others = new HashMap<>();
        List<Telling> earlier = rows.byAuthor(now, LOOKED_AT, visible, others);
        return SameAuthor.among(earlier, now, settings.within()).stream()
                .limit(MOST)
                .map(r -> Objects.requireNonNull(others.get(r.earlier().id())).because(r.reason()))
                .toList();
    }

    private List<Other> alike(Telling now, Visibility visible) {
        List<SaidRows.Near> near = Sketch.of(now.text())
                .map(s -> said.near(s, settings.alike(), MOST))
                .orElse(List.of());
        Map<Long, List<Other>> of =
                rows.saying(near.stream().map(SaidRows.Near::fingerprint).toList(), now.id(), MOST, visible);
        var all = new ArrayList<Other>();
        near.forEach(n -> of.getOrDefault(n.fingerprint(), List.of())
                .forEach(o -> all.add(o.because("текст совпадает на %d %%".formatted(Math.round(n.alike() * 100))))));
        return all.size() > MOST ? all.subList(0, MOST) : all;
    }

    private List<Other> others(Telling now, Visibility visible) {
        Instant from = now.at().minus(settings.apart());
        Instant to = now.at().plus(settings.apart());
        return Subject.of(now)
                .map(s -> rows.about(s, from, to, now.author(), MOST, visible).stream()
                        .map(Other::inOneEvent)
                        .toList())
                .orElse(List.of());
    }

    /** Each stands once, under what says the most. */
    private static List<Other> fresh(List<Other> found, Set<Long> shown) {
        return found.stream().filter(o -> shown.add(o.incident())).toList();
    }
}
