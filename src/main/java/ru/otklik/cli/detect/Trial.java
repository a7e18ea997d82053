package ru.otklik.cli.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Proposal;
import ru.otklik.detection.Proposal.Screen;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;
import ru.otklik.detection.models.Comparison;
import ru.otklik.detection.models.Models;

/** Models, or the rules alone, asked about messages that people have decided. */
final class Trial {

    static final int SHOWN = 3;

    private static final Set<Screen> TOXIC =
            Set.of(Screen.OBSCENE, Screen.INSULT, Screen.THREAT, Screen.THREAT_TO_LIFE);

    private final FirstAssessment rules;

    final Tally topics = new Tally();
    final Tally authorities = new Tally();
    final Map<Spotter.Sense, Tally> spotted = new EnumMap<>(Spotter.Sense.class);

    /** @param rules what works without a model, and gives signs to one */
    Trial(FirstAssessment rules) {
        this.rules = rules;
    }

    /** A proposal helps when it is right, and half as much when the right one stands beside it: a key chooses it. */
    int worth() {
        return topics.worth()
                + authorities.worth()
                + spotted.values().stream().mapToInt(Tally::worth).sum();
    }

    /** A model of the region's own topics is asked as people will meet it: together with the table of competences. */
    void ask(Assessor model, List<Example> examples) {
        boolean own = rules.isAbout(model);
        for (Example e : examples) {
            if (e.topic() != null && own) {
                add(e, rules.assessWith(model, e.text()));
            } else if (e.topic() != null) {
                Assessor.Opinion said = model.judge(e.text(), rules.signs(e.text()));
                add(topics, e.topic(), model.topics(), said.topics());
                if (e.authority() != null && said.authorities().length > 0) {
                    add(authorities, e.authority(), model.authorities(), said.authorities());
                }
            }
        }
    }

    void ask(Spotter.Sense sense, Spotter model, List<Example> examples) {
        for (Example e : examples) {
            String truth = sense.of(e);
            if (truth != null) {
                float[] shares =
                        model.judge(e.text(), rules.signs(sense, e.text())).shares();
                int chosen = sense.chosen(shares);
                tally(sense).add(truth, List.of(sense.label(chosen)), shares[chosen]);
            }
        }
    }

    private Tally tally(Spotter.Sense sense) {
        return spotted.computeIfAbsent(sense, s -> new Tally());
    }

    /** What works without a model; its labels are titles and codes of the region. */
    void ask(List<Example> examples, Models.Kind kind) {
        for (Example e : examples) {
            Proposal said = rules.assess(e.text(), Optional.empty());
            kind.sense()
                    .ifPresentOrElse(
                            sense -> tally(sense)
                                    .add(Objects.requireNonNull(sense.of(e)), List.of(told(sense, said)), 1),
                            () -> add(e, said));
        }
    }

    private static String told(Spotter.Sense sense, Proposal said) {
        return switch (sense) {
            case TONE -> Spotter.Sense.said(TOXIC.contains(said.screening().screen()));
            case RESPONSE -> Spotter.Sense.said(said.response().need().isAnswered());
            case IMPORTANCE -> said.importance().name();
        };
    }

    private void add(Example e, Proposal said) {
        add(topics, Objects.requireNonNull(e.topic()), said.topics());
        if (e.authority() != null) {
            add(authorities, e.authority(), said.authorities());
        }
    }

    private static void add(Tally tally, String truth, List<Proposal.Guess> guesses) {
        tally.add(
                truth,
                guesses.stream()
                        .map(g -> g.code().equals(truth) || g.title().equalsIgnoreCase(truth) ? truth : g.title())
                        .toList(),
                guesses.isEmpty() ? 0 : guesses.get(0).share());
    }

    /** The figures of what was asked in both trials. */
    List<Comparison.Line> beside(Trial present) {
        List<Comparison.Line> lines = new ArrayList<>();
        line(lines, "Темы", topics, present.topics);
        line(lines, "Органы власти", authorities, present.authorities);
        spotted.forEach((sense, tally) -> line(lines, sense.title(), tally, present.tally(sense)));
        return lines;
    }

    private static void line(List<Comparison.Line> lines, String what, Tally fresh, Tally present) {
        if (fresh.count() > 0) {
            lines.add(new Comparison.Line(what, fresh.figures(), present.figures()));
        }
    }

    private static void add(Tally tally, String truth, List<String> labels, float[] shares) {
        int[] best = Assessor.Opinion.best(shares, SHOWN);
        tally.add(truth, Arrays.stream(best).mapToObj(labels::get).toList(), shares[best[0]]);
    }
}
