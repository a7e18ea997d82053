package ru.otklik.networks;

import java.util.List;

/**
 * @param posts new or changed, oldest first; one heard before and not changed does no harm
 * @param gone what is no longer there
 * @param cursor where to go on from
 * @param more there is more already: ask again soon
 */
public record Heard(List<Post> posts, List<Address> gone, String cursor, boolean more) {

    public static Heard nothing(String cursor) {
        return new Heard(List.of(), List.of(), cursor, false);
    }

    public boolean isEmpty() {
        return posts.isEmpty() && gone.isEmpty();
    }
}
