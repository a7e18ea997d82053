package ru.otklik.networks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param text plain text, without markup
 * @param parent external id of the post that this one answers
 * @param official written by an account of an authority, ours included
 */
public record Post(
        Address address,
        @Nullable String url,
        @Nullable String authorName,
        @Nullable String authorUrl,
        String text,
        @Nullable Instant postedAt,
        List<String> attachments,
        @Nullable String parent,
        boolean official) {}
