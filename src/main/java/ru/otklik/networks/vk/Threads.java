package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Post;
import tools.jackson.databind.JsonNode;

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
     * @param over nothing follows
     * @param gone how many comments of the first level were gone through; perhaps none, when the calls ran out
     * @param top the last of them
     * @param steady nothing moved while it was read, so what was not seen is not there
     */
    record Walked(boolean over, int gone, long top, boolean steady) {

        static Walked all(boolean steady) {
            return new Walked(true, 0, 0, steady);
        }

        static Walked until(Way way) {
            return new Walked(false, way.gone(), way.last(), false);
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

    /**
     * How far a list, oldest first, was gone through by pages. When something behind is deleted, all that follows moves back
     * and a page begun by its number alone would pass over it: so each page begins with the last one read, and where it does
     * not, the way goes back.
     */
    final class Way {

        private int gone;
        private long last;

        /** @param last the last one read; 0: not known */
        Way(int gone, long last) {
            this.gone = gone;
            this.last = last;
        }

        int offset() {
            return last == 0 ? gone : Math.max(0, gone - 1);
        }

        /** The page begins too far; ask for {@link #offset} again. */
        boolean isAstray(List<JsonNode> page) {
            if (last == 0 || gone <= 1 || !page.isEmpty() && VkJson.id(page.get(0), "id") <= last) {
                return false;
            }
            gone = Math.max(1, gone - PAGE);
            return true;
        }

        /** What of the page was not read. */
        List<JsonNode> fresh(List<JsonNode> page) {
            if (last == 0) {
                return page;
            }
            var fresh = page.stream().filter(i -> VkJson.id(i, "id") > last).toList();
            gone = offset() + page.size() - fresh.size();
            return fresh;
        }

        /** Nothing can follow: a page that has been read already, after a step back, is no end. */
        boolean isOver(List<JsonNode> page) {
            return page.isEmpty() || page.size() == 1 && gone == offset() + 1 && VkJson.id(page.get(0), "id") == last;
        }

        void passed(long id) {
            gone++;
            last = Math.max(last, id);
        }

        int gone() {
            return gone;
        }

        long last() {
            return last;
        }
    }
}
