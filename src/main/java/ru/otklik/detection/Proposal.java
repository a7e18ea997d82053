package ru.otklik.detection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ru.otklik.regulation.Importance;

/**
 * What the system thinks of a message, with its reasons; a person decides (clauses 9.1, 22).
 *
 * @param topics the best first, at most three
 * @param places the best first; several mean that a person has to choose; empty when nothing is known
 * @param importanceShares the probability of each importance, in their order; empty when nothing was learned of it
 * @param importanceReasons why the importance is more than ordinary
 * @param authorities the best first: the administration of the place before the body of the whole region
 * @param response whether it waits for an answer; a proposal of an older version does not say
 * @param address the street and the house as written
 * @param model the versions of the models that spoke; empty when only rules did
 */
public record Proposal(
        List<Guess> topics,
        List<PlaceGuess> places,
        Importance importance,
        List<Double> importanceShares,
        List<String> importanceReasons,
        Screening screening,
        List<Guess> authorities,
        Response response,
        Optional<String> address,
        Optional<String> model) {

    public Proposal {
        importanceShares = Objects.requireNonNullElse(importanceShares, List.of());
        response = Objects.requireNonNullElse(response, Response.NOT_SAID);
        address = Objects.requireNonNullElse(address, Optional.empty());
        model = Objects.requireNonNullElse(model, Optional.empty());
    }

    public Optional<Guess> topic() {
        return topics.stream().findFirst();
    }

    public Optional<Guess> authority() {
        return authorities.stream().findFirst();
    }

    /** The only place that was named, if it is one. */
    public Optional<PlaceGuess> place() {
        return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
    }

    /**
     * @param share from 0 to 1: how much of all that speaks for anything speaks for this
     * @param because the words of the message that decided, or a short reason
     */
    public record Guess(String code, String title, double share, List<String> because) {}

    /**
     * @param code of the settlement if it is known, else of the territory
     * @param settlement the code again when the place is a settlement
     */
    public record PlaceGuess(
            String code,
            String title,
            String territory,
            String territoryTitle,
            Optional<String> settlement,
            double share,
            List<String> because) {}

    /**
     * @param words as they stand in the message
     * @param share how sure it is; a proposal of an older version does not say
     */
    public record Screening(Screen screen, List<String> words, Optional<Double> share) {

        private static final double LIKELY = 0.5;

        public Screening {
            share = Objects.requireNonNullElse(share, Optional.empty());
        }

        /** Whether an exclusion is proposed: what is more often no reason for one is only marked; a threat is always looked at. */
        public boolean excludes() {
            return screen.excludes() && (screen.compareTo(Screen.THREAT) >= 0 || share.orElse(1.0) >= LIKELY);
        }
    }

    /**
     * @param share how likely it is that the message waits for an answer, or that it does not, as {@code need} says; in
     *     doubt it does
     * @param because the words that decided, or a short reason
     */
    public record Response(Need need, double share, List<String> because) {
        static final List<String> NO_WORDS = List.of("слова не подсказали");
        static final Response NOT_SAID = new Response(Need.COMPLAINT, 0, List.of());

        /** A complaint that is lost is worse than a remark that is kept: only a sure model says that nobody asks. */
        private static final double HARDLY = 0.1;

        private static final double RATHER = 0.5;

        /**
         * What a model makes of what the lists of words say; a danger stays one.
         *
         * @param words that decided for it, asked where the lists have none
         */
        Response told(double asks, Supplier<List<String>> words) {
            if (need == Need.DANGER) {
                return this;
            }
            boolean answered = asks >= (need.isAnswered() ? HARDLY : RATHER);
            double sure = Math.round(100 * (answered ? asks : 1 - asks)) / 100.0;
            return answered == need.isAnswered()
                    ? new Response(need, sure, because.isEmpty() || because.equals(NO_WORDS) ? words.get() : because)
                    : new Response(
                            answered ? Need.COMPLAINT : Need.OPINION,
                            sure,
                            Stream.concat(words.get().stream(), Stream.of("похоже на решённые раньше"))
                                    .toList());
        }

        /** How likely the message is the business of an authority: a danger, or that it asks for something or is about a topic. */
        double matter(List<Guess> topics) {
            double asks = need.isAnswered() ? share : 1 - share;
            double about = topics.stream().findFirst().map(Guess::share).orElse(0.0);
            return need == Need.DANGER ? 1 : 1 - (1 - asks) * (1 - about);
        }

        /** What it tells a model. */
        List<String> signs() {
            return List.of("need " + need);
        }
    }

    /** What the author wants; the first four wait for an answer. */
    public enum Need {
        DANGER("опасность"),
        COMPLAINT("жалоба"),
        REQUEST("просьба"),
        QUESTION("вопрос"),
        THANKS("благодарность"),
        OPINION("мнение"),
        ARGUMENT("спор читателей");

        private final String title;

        Need(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public boolean isAnswered() {
            return compareTo(THANKS) < 0;
        }
    }

    /** Why a message may be one that is not worked on (clause 22), the gravest last. */
    public enum Screen {
        CLEAN("без нарушений"),
        FOREIGN("не по-русски"),
        FLOOD("набор повторов"),
        ADVERTISING("реклама"),
        INSULT("оскорбление"),
        OBSCENE("нецензурные слова"),
        THREAT("угроза"),
        THREAT_TO_LIFE("угроза жизни: сигнал о безопасности");

        private final String title;

        Screen(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Another language is only marked: the message is kept and worked on. */
        public boolean excludes() {
            return compareTo(FOREIGN) > 0;
        }
    }
}
