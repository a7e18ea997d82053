package ru.otklik.casework;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an incident is in every state.
 *
 * @param version counts saved changes; every update names the one it saw
 * @param regulation key of the regulation version it started under
 * @param test «Тайный гражданин»: handled like any other, kept out of statistics
 * @param returnedBy authorities that said «not ours»
 * @param tally how often what happened
 */
public record Head(
        long id,
        int version,
        String network,
        String regulation,
        Assessment assessment,
        boolean test,
        Instant detectedAt,
        Set<Integer> returnedBy,
        Tally tally) {

    /**
     * @param drafts versions saved
     * @param interims interim answers published
     * @param finals final answers published; more than one: it was corrected
     */
    public record Tally(int returns, int drafts, int interims, int finals) {
        public static final Tally NONE = new Tally(0, 0, 0, 0);
    }

    public int returns() {
        return tally.returns();
    }

    public int drafts() {
        return tally.drafts();
    }

    public int interims() {
        return tally.interims();
    }

    public int finals() {
        return tally.finals();
    }

    /** As saved once more. */
    public Head withVersion(int next) {
        return new Head(id, next, network, regulation, assessment, test, detectedAt, returnedBy, tally);
    }

    Head withAssessment(Assessment a) {
        return new Head(id, version, network, regulation, a, test, detectedAt, returnedBy, tally);
    }

    Head withRegulation(String key) {
        return new Head(id, version, network, key, assessment, test, detectedAt, returnedBy, tally);
    }

    Head withTest(boolean t) {
        return new Head(id, version, network, regulation, assessment, t, detectedAt, returnedBy, tally);
    }

    Head returnedBy(int authority) {
        var by = new TreeSet<>(returnedBy);
        by.add(authority);
        var once = new Tally(returns() + 1, drafts(), interims(), finals());
        return new Head(id, version, network, regulation, assessment, test, detectedAt, by, once);
    }

    Head withDraft() {
        return with(new Tally(returns(), drafts() + 1, interims(), finals()));
    }

    Head withPublished(DraftKind kind) {
        return with(
                kind == DraftKind.INTERIM
                        ? new Tally(returns(), drafts(), interims() + 1, finals())
                        : new Tally(returns(), drafts(), interims(), finals() + 1));
    }

    private Head with(Tally next) {
        return new Head(id, version, network, regulation, assessment, test, detectedAt, returnedBy, next);
    }
}
