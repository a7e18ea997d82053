package ru.otklik.casework;

import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Importance;

/**
 * Тематика, локация и категория важности (clause 9.1).
 *
 * @param topic code of the region's rubric; null while nobody knows
 * @param place code of the region's gazetteer; null: the whole region or unknown
 * @param confirmed a person said so; a proposal of the program is not confirmed
 */
public record Assessment(@Nullable String topic, @Nullable String place, Importance importance, boolean confirmed) {

    public static final Assessment NONE = new Assessment(null, null, Importance.ORDINARY, false);

    Assessment asConfirmed() {
        return new Assessment(topic, place, importance, true);
    }
}
