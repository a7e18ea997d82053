package ru.otklik.networks.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Address;
import ru.otklik.networks.Post;

/** A feed as posts. */
@Component
class FeedItems {

    /** Of a longer feed the newest: more is an archive, not news. */
    static final int MOST = 1_000;

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_TITLE = 200;
    private static final Duration AHEAD = Duration.ofHours(1);

    /** @param posts oldest first */
    record Items(String title, List<Post> posts) {}

    private final Clock clock;

    FeedItems(Clock clock) {
        this.clock = clock;
    }

    /** @param feed where the feed is; its posts have it as their thread */
    Items of(String text, URI feed) {
        SyndFeed read = FeedXml.parsed(text);
        var posts = new LinkedHashMap<Address, Post>();
        for (SyndEntry entry : read.getEntries()) {
            Post post = post(entry, feed);
            if (post != null) {
                posts.putIfAbsent(post.address(), post);
            }
        }
        // undated ones stay where the feed has them: mostly the newest is first
        List<Post> all = new ArrayList<>(posts.values());
        Collections.reverse(all);
        all.sort(Comparator.comparing(FeedItems::time));
        String title = read.getTitle() == null ? "" : FeedText.tidy(read.getTitle());
        return new Items(
                title.isEmpty() ? feed.getHost() : title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    private static Instant time(Post post) {
        Instant at = post.postedAt();
        return at == null ? Instant.MAX : at;
    }

    private @Nullable Post post(SyndEntry entry, URI feed) {
        String link = absolute(entry.getLink(), feed);
        String text = FeedXml.text(entry);
        String id = Stream.of(entry.getUri(), entry.getLink(), text)
                .filter(s -> s != null && !s.isBlank())
                .findFirst()
                .orElse("");
        if (id.isEmpty()) {
            return null;
        }
        String author = entry.getAuthor();
        return new Post(
                new Address(feed.toString(), id.length() <= LONGEST_ID ? id.strip() : "sha256:" + Digest.of(id)),
                link,
                null,
                author == null || author.isBlank() ? null : FeedText.tidy(author),
                null,
                text,
                at(entry),
                List.of(),
                null);
    }

    private static @Nullable String absolute(@Nullable String link, URI feed) {
        if (link == null || link.isBlank()) {
            return null;
        }
        try {
            return Where.of(feed.resolve(link.strip()).toString())
                    .map(URI::toString)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A date that cannot be read, or is still to come, is none. */
    private @Nullable Instant at(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null || date.toInstant().isAfter(clock.instant().plus(AHEAD)) ? null : date.toInstant();
    }
}
