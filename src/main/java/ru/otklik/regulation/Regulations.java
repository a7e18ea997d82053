package ru.otklik.regulation;

import java.time.LocalDate;
import java.util.Optional;

/** The regulations of the region and of the municipalities that joined with their own. */
public interface Regulations {

    /** The version that an incident keeps; an unknown key is a bug or a deleted file, said so in the message. */
    Regulation get(String key);

    /**
     * The version in force on a day.
     *
     * @param own name of an authority's own regulation; empty: the region's
     */
    Regulation inForce(Optional<String> own, LocalDate day);
}
