package ru.otklik.networks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param authorId the network's own id of who wrote, by which accounts of authorities are known
 * @param text plain text, without markup; empty where there is a picture alone
 * @param attachments links
 * @param pictures where the picture behind such a link lies, where the network says it; the address may pass soon
 * @param parent external id of the post that this one answers
 */
public record Post(
        Address address,
        @Nullable String url,
        @Nullable String authorId,
        @Nullable String authorName,
        @Nullable String authorUrl,
        String text,
        @Nullable Instant postedAt,
        List<String> attachments,
        Map<String, String> pictures,
        @Nullable String parent) {

    /** Of whose pictures nothing is known. */
    public Post(
            Address address,
            @Nullable String url,
            @Nullable String authorId,
            @Nullable String authorName,
            @Nullable String authorUrl,
            String text,
            @Nullable Instant postedAt,
            List<String> attachments,
            @Nullable String parent) {
        this(address, url, authorId, authorName, authorUrl, text, postedAt, attachments, Map.of(), parent);
    }
}
