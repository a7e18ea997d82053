package ru.otklik.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen wrote, as it came in. Unique by network, thread and external id.
 *
 * @param network {@code vk}, {@code ok}, {@code telegram}, {@code sandbox}, {@code import}, {@code manual} …
 * @param thread the post or discussion it stands in; empty where a network has none
 * @param authorId the network's own id of the author; null where it says none
 * @param text plain text, already without markup
 * @param postedAt the network's time; null when unknown
 * @param attachments links
 * @param pictures where the picture behind such a link lies; it is fetched later, and the text waits for none
 * @param parent external id of the message that this one answers
 */
public record NewMessage(
        String network,
        String thread,
        String externalId,
        @Nullable String url,
        @Nullable String authorName,
        @Nullable String authorUrl,
        @Nullable String authorId,
        String text,
        @Nullable Instant postedAt,
        List<String> attachments,
        Map<String, String> pictures,
        @Nullable String parent) {

    public NewMessage {
        // of one that was put aside by an earlier version nothing is known
        pictures = pictures == null ? Map.of() : pictures;
    }

    /** Whose links nobody explained: each may lead to a picture. */
    public NewMessage(
            String network,
            String thread,
            String externalId,
            @Nullable String url,
            @Nullable String authorName,
            @Nullable String authorUrl,
            @Nullable String authorId,
            String text,
            @Nullable Instant postedAt,
            List<String> attachments,
            @Nullable String parent) {
        this(
                network,
                thread,
                externalId,
                url,
                authorName,
                authorUrl,
                authorId,
                text,
                postedAt,
                attachments,
                attachments.stream().distinct().collect(Collectors.toMap(a -> a, a -> a)),
                parent);
    }

    /** Of an author whom no network names. */
    public NewMessage(
            String network,
            String thread,
            String externalId,
            @Nullable String url,
            @Nullable String authorName,
            @Nullable String authorUrl,
            String text,
            @Nullable Instant postedAt,
            List<String> attachments,
            @Nullable String parent) {
        this(network, thread, externalId, url, authorName, authorUrl, null, text, postedAt, attachments, parent);
    }

    public NewMessage withText(String other) {
        return new NewMessage(
                network,
                thread,
                externalId,
                url,
                authorName,
                authorUrl,
                authorId,
                other,
                postedAt,
                attachments,
                pictures,
                parent);
    }
}
