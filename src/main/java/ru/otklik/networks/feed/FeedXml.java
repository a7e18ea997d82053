package ru.otklik.networks.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

/** RSS and Atom as the library reads them, and the text of one entry. */
final class FeedXml {

    private FeedXml() {}

    static boolean isFeed(String text) {
        String head = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
        return head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf");
    }

    /** Without a document type, so without entities of its own; what nests too deep for the reader is no feed. */
    static SyndFeed parsed(String text) {
        try {
            var input = new SyndFeedInput(false, Locale.US);
            input.setAllowDoctypes(false);
            return input.build(new StringReader(text));
        } catch (FeedException | IllegalArgumentException | IllegalStateException | StackOverflowError e) {
            throw new NetworkFault(Kind.NONSENSE, "По этому адресу не лента, или она повреждена.", null, true, e);
        }
    }

    static String text(SyndEntry entry) {
        String title = plain(entry.getTitleEx());
        String body = Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(FeedXml::plain)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return title.isEmpty() || body.startsWith(title) ? body : FeedText.tidy(title + "\n\n" + body);
    }

    /** Only what says that it is plain is plain. */
    private static String plain(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        String type = content.getType();
        boolean isPlain = "text".equals(type) || "text/plain".equals(type);
        return isPlain ? FeedText.tidy(content.getValue()) : FeedText.stripped(content.getValue());
    }
}
