package ru.otklik.listening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.otklik.casework.NewMessage;

/** Takes what was heard, inside the transaction that keeps how far the network was heard. */
public interface Inbox {

    /** Cannot be stored as it is, and why, in a sentence. */
    record Refused(NewMessage message, String why) {}

    /**
     * What citizens wrote, new or changed or known already; in its order.
     *
     * @param about the territory that the source is about: where a message is from that names no place
     */
    List<Refused> receive(List<NewMessage> messages, Optional<String> about);

    /** Territories that a source can be about: their titles by code. */
    Map<String, String> territories();

    void gone(String network, String thread, String externalId);

    /** What an account of ours wrote: never an incident, perhaps the answer to one. */
    void ours(NewMessage answer);
}
