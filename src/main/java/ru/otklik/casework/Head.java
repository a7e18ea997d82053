package ru.otklik.casework;

import java.time.Instant;
import java.util.Set;

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

    Head withAssessment(Assessment a) {
        return new Head(id, version, network, regulation, a, test, detectedAt, returns, returnedBy, drafts, interims);
    }

    Head withRegulation(String key) {
        return new Head(id, version, network, key, assessment, test, detectedAt, returns, returnedBy, drafts, interims);
    }

    Head withTest(boolean t) {
        return new Head(
                id, version, network, regulation, assessment, t, detectedAt, returns, returnedBy, drafts, interims);
    }

    Head returnedBy(int authority) {
        var by = new java.util.TreeSet<>(returnedBy);
        by.add(authority);
        return new Head(
                id, version, network, regulation, assessment, test, detectedAt, returns + 1, by, drafts, interims);
    }

    Head withDraft() {
        return new Head(
                id,
                version,
                network,
                regulation,
                assessment,
                test,
                detectedAt,
                returns,
                returnedBy,
                drafts + 1,
                interims);
    }

    Head withInterim() {
        return new Head(
                id,
                version,
                network,
                regulation,
                assessment,
                test,
                detectedAt,
                returns,
                returnedBy,
                drafts,
                interims + 1);
    }
}
