package ru.otklik.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;

/** All incidents. A change is loaded, decided and saved with its terms and its journal in one transaction. */
public interface Incidents {

    /** What became of a message that came in. */
    record Received(long incident, Kind kind) {
        public enum Kind {
            CREATED,
            /** The same network, thread and external id with the same text: nothing was added. */
            KNOWN,
            /** Known, with another text: kept as a revision. */
            REVISED
        }
    }

    String NO_INCIDENT = "no-incident";

    /** There is none of this number, or none for this person: the two look the same. */
    static Refusal noIncident(long id) {
        return new Refusal(
                NO_INCIDENT, "Инцидента с номером %d нет, или он не в вашей работе. Проверьте номер.".formatted(id));
    }

    /**
     * A message with what the program thinks of it.
     *
     * @param proposal the same in full, kept as JSON beside the incident; null: nothing
     */
    record Proposed(
            NewMessage message,
            Assessment assessment,
            @Nullable String proposal) {}

    /**
     * Together or not at all; in their order.
     *
     * @throws ru.otklik.worktime.OutsideCalendar when terms cannot be counted: then nothing is stored, and whoever
     *     brought the messages keeps them and brings them again
     */
    List<Received> receive(List<Proposed> messages);

    default Received receive(NewMessage message, Assessment proposed, @Nullable String proposal) {
        return receive(List.of(new Proposed(message, proposed, proposal))).get(0);
    }

    /** The message does not stand in its network any more; false: it is not known, or known as gone. */
    boolean gone(String network, String thread, String externalId);

    /** Number of the incident of the message at this address. */
    Optional<Long> find(String network, String thread, String externalId);

    Optional<Incident> find(long id);

    /**
     * Refused with {@link #NO_INCIDENT} where the person may not see it.
     *
     * @param seen version that the person saw; null: whatever is there
     * @throws StaleIncident when somebody was faster
     */
    Outcome<Incident> handle(long id, @Nullable Integer seen, Command command, Actor by);
}
