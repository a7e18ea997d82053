package ru.otklik.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A draft version before the approvers.
 *
 * @param draft number of the version
 * @param by person who submitted it and confirmed its accuracy (clause 21)
 * @param approvedBy persons who approved it so far, in the order of the tiers
 */
public record Submission(int draft, DraftKind kind, int by, Instant at, List<Integer> approvedBy) {

    Submission approvedBy(int person) {
        var all = new ArrayList<>(approvedBy);
        all.add(person);
        return new Submission(draft, kind, by, at, List.copyOf(all));
    }
}
