package ru.otklik.networks.vk;

import java.util.List;
import tools.jackson.databind.JsonNode;

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
        gone = Math.max(1, gone - Threads.PAGE);
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
