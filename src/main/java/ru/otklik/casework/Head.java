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
 * @param drafts how many draft versions were saved
 * @param interims how many interim answers were published
 */
public record Head(
        long id,
        int version,
        String network,
        String regulation,
        Assessment assessment,
        boolean test,
        Instant detectedAt,
        int returns,
        Set<Integer> returnedBy,
        int drafts,
        int interims) {

    /** As saved once more. */
    public Head withVersion(int next) {
        return with(next, regulation, assessment, test, returns, returnedBy, drafts, interims);
    }

    Head withAssessment(Assessment a) {
        return with(version, regulation, a, test, returns, returnedBy, drafts, interims);
    }

    Head withRegulation(String key) {
        return with(version, key, assessment, test, returns, returnedBy, drafts, interims);
    }

    Head withTest(boolean t) {
        return with(version, regulation, assessment, t, returns, returnedBy, drafts, interims);
    }

    Head returnedBy(int authority) {
        var by = new TreeSet<>(returnedBy);
        by.add(authority);
        return with(version, regulation, assessment, test, returns + 1, by, drafts, interims);
    }

    Head withDraft() {
        return with(version, regulation, assessment, test, returns, returnedBy, drafts + 1, interims);
    }

    Head withInterim() {
        return with(version, regulation, assessment, test, returns, returnedBy, drafts, interims + 1);
    }

    private Head with(int v, String key, Assessment a, boolean t, int back, Set<Integer> by, int texts, int answers) {
        return new Head(id, v, network, key, a, t, detectedAt, back, by, texts, answers);
    }
}
