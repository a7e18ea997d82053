package ru.otklik.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on the citizen's page.
 *
 * @param ref by which the network's page knows it
 * @param number shown in the address of the page, after {@code #m}
 * @param page where it stands
 * @param deep how far to the right
 * @param restorable deleted, and its writer may take that back
 * @param photos our numbers of pictures
 */
public record Shown(
        String ref,
        long number,
        String page,
        @Nullable String citizen,
        String author,
        String text,
        Instant at,
        boolean edited,
        boolean official,
        boolean restorable,
        int deep,
        List<Long> photos) {

    public boolean isOf(String someone) {
        return someone.equals(citizen);
    }

    public String url() {
        return page + "#m" + number;
    }
}
