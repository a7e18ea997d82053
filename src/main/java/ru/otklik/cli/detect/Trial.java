package ru.otklik.cli.detect;

import java.util.Arrays;
import java.util.List;
import ru.otklik.detection.learn.Assessor;
import ru.otklik.detection.learn.Example;
import ru.otklik.detection.learn.Spotter;

/** Models asked about messages that people have decided. */
final class Trial {

    static final int SHOWN = 3;

    final Tally topics = new Tally();
    final Tally authorities = new Tally();
    final Tally tone = new Tally();

    int hits() {
        return topics.hits() + authorities.hits() + tone.hits();
    }

    void ask(Assessor model, List<Example> examples) {
        for (Example e : examples) {
            if (e.topic() != null) {
                Assessor.Opinion said = model.judge(e.text());
                add(topics, e.topic(), model.topics(), said.topics());
                if (e.authority() != null && said.authorities().length > 0) {
                    add(authorities, e.authority(), model.authorities(), said.authorities());
                }
            }
        }
    }

    void ask(Spotter model, List<Example> examples) {
        for (Example e : examples) {
            if (e.toxic() != null) {
                double p = model.spot(e.text());
                String said = p > Spotter.LIKELY ? "1" : "0";
                tone.add(e.toxic() ? "1" : "0", List.of(said), Math.max(p, 1 - p));
            }
        }
    }

    private static void add(Tally tally, String truth, List<String> labels, float[] shares) {
        int[] best = Assessor.Opinion.best(shares, SHOWN);
        tally.add(truth, Arrays.stream(best).mapToObj(labels::get).toList(), shares[best[0]]);
    }
}
