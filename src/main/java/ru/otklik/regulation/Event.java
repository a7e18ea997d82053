package ru.otklik.regulation;

import java.util.Locale;

/** What can start, end or cancel a term; in journey order. Written in a regulation file in lower case with dashes. */
public enum Event {
    DETECTED,
    ROUTED,
    RETURNED,
    CONTRIBUTION_ASKED,
    CONTRIBUTION_SENT,
    CONTRIBUTION_SENT_BACK,
    CONTRIBUTION_ACCEPTED,
    CONTRIBUTION_DROPPED,
    DRAFT_SUBMITTED,
    INTERIM_SUBMITTED,
    FINAL_SUBMITTED,
    REMARKED,
    APPROVED,
    PUBLISHED,
    INTERIM_PUBLISHED,
    FINAL_PUBLISHED,
    EXCLUDED,
    RESTORED,
    CORRECTION_BEGUN,
    CORRECTION_DROPPED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
