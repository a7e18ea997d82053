package ru.otklik.desk.pictures;

import java.util.List;
import ru.otklik.kernel.Outcome;
import ru.otklik.publication.PictureRules;

/**
 * The pictures of a draft that is being written.
 *
 * @param hashes those that are chosen, in their order
 * @param errors why some that were brought are not among them
 */
public record Album(long incident, PictureRules rules, List<String> hashes, List<String> errors) {

    public Album(long incident, PictureRules rules, List<String> hashes) {
        this(incident, rules, hashes, List.of());
    }

    /** What stands in the network already is no choice. */
    public List<String> shown() {
        return rules.fixed() ? rules.standing() : hashes;
    }

    /** All that was brought was taken. */
    public Outcome<Album> whole() {
        return errors.isEmpty() ? Outcome.done(this) : Outcome.refused("bad-picture", String.join(" ", errors));
    }

    public boolean mayGrow() {
        return shown().size() < rules.most();
    }
}
