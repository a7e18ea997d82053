package ru.otklik.regulation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.worktime.Term;

/**
 * One term of the regulation.
 *
 * @param key stable name inside the regulation: {@code answer}
 * @param clause number of the clause as printed: {@code 9.2}
 * @param title what must be done, in Russian, for pages
 * @param right true for what may be done in time but is no duty: the return of clause 10, the remarks of clause 15
 * @param opens events that start it
 * @param closes events that meet it
 * @param cancels events after which it is no longer asked
 * @param length how long, or how long before another term ends
 * @param cap key of another term: while that one is open, this one ends no later than it
 * @param onReturn what the return of the incident by the lead does to it
 */
public record TermRule(
        String key,
        String clause,
        String title,
        Bearer bearer,
        boolean right,
        Set<Event> opens,
        Set<Event> closes,
        Set<Event> cancels,
        Length length,
        Optional<String> cap,
        OnReturn onReturn) {

    public enum OnReturn {
        /** Cancelled; the next routing (or the return itself, for a term that starts with detection) opens it anew. */
        RESTARTS,
        /** Runs on through the return, without a bearer until the next routing. */
        RUNS_ON
    }

    /**
     * @param amount counted forward from the start event; or backward from the end of {@code before}
     * @param before key of the term whose end this one precedes
     * @param byImportance amounts for importance levels that have their own
     */
    public record Length(Term amount, Optional<String> before, Map<Importance, Term> byImportance) {
        public Term of(Importance importance) {
            return byImportance.getOrDefault(importance, amount);
        }
    }
}
