package ru.otklik.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.otklik.detection.Proposal.Need;
import ru.otklik.detection.Proposal.Response;
import ru.otklik.detection.text.Features;
import ru.otklik.detection.text.Lexicon;
import ru.otklik.detection.text.Reading;
import ru.otklik.detection.text.Word;
import ru.otklik.regulation.Importance;

/** Whether a message waits for an answer, by response.yml: in doubt it does. */
final class ResponseWeighing {

    private static final List<Need> LISTED =
            List.of(Need.COMPLAINT, Need.REQUEST, Need.QUESTION, Need.THANKS, Need.OPINION, Need.ARGUMENT);
    private static final int WINDOW = 3;
    private static final int SHOWN = 3;
    private static final double ASKS = 1.5;
    private static final double SUBJECT = 1;
    private static final double TO_A_READER = 1;
    private static final double UNDECIDED = 0.5;
    /** «Спасибо» at the end of a request is politeness, so thanks have to outweigh it clearly. */
    private static final double CLEARLY = 1.2;

    private static final double FOR_A_WORD = 0.03;
    private static final int SHORT = 8;
    private static final Set<String> LACKS = Set.of("не", "нет", "нету", "без", "нельзя", "некому", "негде");

    private final Lexicon lexicon = new Lexicon(WINDOW);
    /** No more often are the lists right, however clearly they speak. */
    private final double most;

    ResponseWeighing(RegionFiles files) {
        Map<String, Object> lists = files.yaml("response.yml");
        most = Double.parseDouble(lists.getOrDefault("sure", 1).toString());
        for (Need need : LISTED) {
            lexicon.add(need.ordinal(), RegionFiles.text(lists, need.name().toLowerCase(java.util.Locale.ROOT)), 1);
        }
    }

    /** @param subject whether a topic was recognised */
    Response weigh(Reading reading, String text, boolean subject, ImportanceWeighing.Weighed importance) {
        List<Word> words = reading.words();
        if (words.isEmpty()) {
            return new Response(Need.OPINION, UNDECIDED, List.of("в сообщении нет слов"));
        }
        if (importance.importance() == Importance.SIGNIFICANT) {
            return new Response(Need.DANGER, most, few(importance.reasons()));
        }
        double[] scores = new double[Need.values().length];
        List<List<String>> because = new ArrayList<>();
        for (Need ignored : Need.values()) {
            because.add(new ArrayList<>());
        }
        for (Lexicon.Hit hit : lexicon.hits(words)) {
            if (isDenied(hit, words)) {
                continue;
            }
            scores[hit.owner()] += hit.weight();
            because.get(hit.owner()).add(hit.shown(words));
        }
        beside(scores, because, reading, text, subject);
        return chosen(scores, because, words);
    }

    /** «Так и не починили», «не рады»: no thanks. */
    private static boolean isDenied(Lexicon.Hit hit, List<Word> words) {
        int at = hit.at().get(0);
        return hit.owner() == Need.THANKS.ordinal()
                && at > 0
                && words.get(at - 1).plain().equals("не");
    }

    private static void beside(
            double[] scores, List<List<String>> because, Reading reading, String text, boolean subject) {
        if (text.indexOf('?') >= 0) {
            scores[Need.QUESTION.ordinal()] += ASKS;
            because.get(Need.QUESTION.ordinal()).add("?");
        }
        if (subject) {
            scores[Need.COMPLAINT.ordinal()] += SUBJECT;
        }
        Features features = reading.features();
        if (!features.mentions().isEmpty()) {
            scores[Need.ARGUMENT.ordinal()] += TO_A_READER;
            because.get(Need.ARGUMENT.ordinal())
                    .add("обращение к " + features.mentions().get(0));
        }
    }

    private Response chosen(double[] scores, List<List<String>> because, List<Word> words) {
        double asking = 0;
        double talking = 0;
        Need best = Need.COMPLAINT;
        Need bestTalk = Need.OPINION;
        for (Need need : LISTED) {
            double score = scores[need.ordinal()];
            if (need.isAnswered()) {
                asking += score;
                best = score > scores[best.ordinal()] ? need : best;
            } else {
                talking += score;
                bestTalk = score > scores[bestTalk.ordinal()] ? need : bestTalk;
            }
        }
        double all = asking + talking;
        if (all == 0) {
            // a long text that no list knows is rather a matter than a remark
            Need guess = words.size() > SHORT || words.stream().anyMatch(w -> LACKS.contains(w.plain()))
                    ? Need.COMPLAINT
                    : Need.OPINION;
            return new Response(guess, UNDECIDED, Response.NO_WORDS);
        }
        // the longer a message is, the less a kind word in it decides
        Need need = talking > asking * CLEARLY + words.size() * FOR_A_WORD ? bestTalk : best;
        double share =
                Math.min(most, Math.round(100 * Math.max(need.isAnswered() ? asking : talking, 0) / all) / 100.0);
        return new Response(need, share, few(because.get(need.ordinal())));
    }

    private static List<String> few(List<String> reasons) {
        return reasons.stream().distinct().limit(SHOWN).toList();
    }
}
