package ru.otklik.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Regulation;
import ru.otklik.worktime.WorkingTime;

/** What a decision must know beyond the incident itself. */
public interface World {

    /** Why an authority cannot be routed to (clause 8), as a sentence; empty when it can. */
    Optional<String> obstacle(int authority);

    /** Short title of an authority for a sentence. */
    String title(int authority);

    /** The working time of an authority; of the centre for null. */
    WorkingTime workingTime(@Nullable Integer authority);

    /** The regulation version by the key that an incident keeps. */
    Regulation regulation(String key);

    /** The regulation in force for incidents that begin now: of the region, or of an authority with its own. */
    Regulation regulationOf(@Nullable Integer authority, Instant at);

    /** Why the program cannot post an answer of this authority in this network for this person; empty when it can. */
    Optional<String> barrier(String network, int authority, int person);

    /** Why this draft cannot stand in that network, by its hard limits, as a sentence; empty when it can. */
    Optional<String> unfit(Head incident, int authority, Draft draft);

    /** Answers that official accounts gave past the outbox, the newest first. */
    List<HandAnswer> handAnswers(long incident);

    /** Who wrote the version, when it exists. */
    Optional<Draft> draft(long incident, int version);

    /** How many contributions this authority ever sent to this incident; one asked anew goes on counting. */
    int contributions(long incident, int authority);

    boolean exists(long incident);

    /** The event that it is one of the messages of. */
    Optional<Long> event(long incident);

    boolean isEvent(long event);

    /**
     * @param pictures their hashes, in their order
     * @param by person who saved it
     * @param at when
     */
    record Draft(int version, DraftKind kind, String text, List<String> pictures, int by, Instant at) {}

    /**
     * @param at the network's own time of it
     * @param settled an answer was published since, this one or another
     */
    record HandAnswer(String externalId, @Nullable String url, String text, Instant at, boolean settled) {}
}
