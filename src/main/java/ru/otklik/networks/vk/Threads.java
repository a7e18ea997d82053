package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;

/** The discussions of a community: the posts of its wall, or the topics of its board. */
interface Threads {

    int PAGE = 100;

    /**
     * A discussion as the list of them shows it.
     *
     * @param order grows with what is new: newer ones have a larger one
     * @param stamp changes when something is said below; 0: nothing is
     * @param post null: a topic has no text of its own
     */
    record Head(
            long id,
            long order,
            long stamp,
            Instant at,
            @Nullable Post post) {}

    /** @param post null: it is deleted, and only its place is left */
    record Comment(long id, @Nullable Post post) {}

    /**
     * @param next how many comments of the first level were gone through; 0: all
     * @param top the last of them
     * @param steady nothing moved while it was read, so what was not seen is not there
     */
    record Walked(int next, long top, boolean steady) {

        static Walked all(boolean steady) {
            return new Walked(0, 0, steady);
        }
    }

    /** Newest first, one page. */
    List<Head> heads(int offset);

    /** Which of these do still exist. */
    Set<Long> alive(Collection<Long> threads);

    /**
     * Goes through a discussion, oldest first.
     *
     * @param from how many comments of the first level to pass over
     * @param after the last of those; 0: not known
     * @param each a comment of the first level with all below it; false: enough
     */
    Walked walk(long thread, int from, long after, Budget budget, Predicate<List<Comment>> each);

    /** How many calls a turn may still make. */
    final class Budget {
        private int left;

        Budget(int calls) {
            left = calls;
        }

        boolean isSpent() {
            return left <= 0;
        }

        void spend() {
            left--;
        }
    }
}
