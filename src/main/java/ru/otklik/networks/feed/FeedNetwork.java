package ru.otklik.networks.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Found;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;

@Component
class FeedNetwork implements Network {

    private static final String ALTERNATE =
            "link[rel~=(?i)\\balternate\\b][type~=(?i)^application/(rss|atom)\\+xml][href]";

    private final FeedFetch fetch;
    private final FeedItems items;

    FeedNetwork(FeedFetch fetch, FeedItems items) {
        this.fetch = fetch;
        this.items = items;
    }

    @Override
    public String key() {
        return FeedFetch.KEY;
    }

    @Override
    public Abilities abilities() {
        return Abilities.LISTENS_ONLY;
    }

    @Override
    public Found recognise(String link, Access access) {
        URI uri = Where.of(link).orElseThrow(FeedNetwork::noFeed);
        FeedFetch.Fetched fetched = fetch.get(uri);
        String text = text(fetched);
        if (!FeedXml.isFeed(text)) {
            uri = named(text, fetched.from());
            text = text(fetch.get(uri));
            if (!FeedXml.isFeed(text)) {
                throw noFeed();
            }
        }
        var place = new Place(key(), "feed", uri.toString(), items.of(text, uri).title(), uri.toString());
        return new Found(
                place,
                List.of("Читать новые и исправленные записи ленты."),
                List.of("Отвечать: ответ размещает человек на самом сайте и даёт ссылку на него."));
    }

    private static URI named(String page, URI at) {
        return Jsoup.parse(page, at.toString()).select(ALTERNATE).stream()
                .map(e -> Where.of(e.absUrl("href")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(FeedNetwork::noFeed);
    }

    private static NetworkFault noFeed() {
        return new NetworkFault(Kind.NOT_FOUND, "По этой ссылке нет ленты RSS или Atom.");
    }

    private static String text(FeedFetch.Fetched fetched) {
        byte[] body = fetched.body();
        if (body == null) {
            throw new NetworkFault(Kind.NONSENSE, "Сайт ответил, что страница не менялась, хотя его не спрашивали.");
        }
        return FeedText.decoded(body, fetched.type());
    }

    @Override
    public Heard listen(Lane lane) {
        if (lane.places().isEmpty()) {
            return Heard.nothing(lane.cursor());
        }
        URI feed = feedAt(lane.places().get(0).id());
        FeedCursor cursor = FeedCursor.of(lane.cursor());
        FeedFetch.Fetched fetched = fetch.get(feed, cursor.tag(), cursor.modified());
        if (fetched.body() == null) {
            return Heard.nothing(lane.cursor());
        }
        List<Post> all = items.of(text(fetched), feed).posts();
        List<Post> fresh = all.stream()
                .filter(p -> !cursor.knows(p))
                .filter(p -> isWanted(p, lane.since()))
                .toList();
        List<Post> now = fresh.subList(0, Math.min(fresh.size(), Math.max(1, lane.most())));
        boolean more = now.size() < fresh.size();
        // what is known is remembered anew, or it would be the first to be forgotten
        var heard = new ArrayList<>(all.stream().filter(cursor::knows).toList());
        heard.addAll(now);
        // while something is left over, an unchanged feed must come once more
        var next = cursor.with(heard, more ? "" : fetched.tag(), more ? "" : fetched.modified());
        return new Heard(List.copyOf(now), List.of(), next.text(), more);
    }

    private static boolean isWanted(Post post, Instant since) {
        Instant at = post.postedAt();
        return at == null || !at.isBefore(since);
    }

    private static URI feedAt(String link) {
        return Where.of(link).orElseThrow(FeedNetwork::noFeed);
    }

    /**
     * An item that left its feed is mostly only old. It is gone when its page is gone; what a page that is there says
     * now, a program cannot tell from the rest of the page.
     */
    @Override
    public Optional<Post> look(Address post, Access access) {
        URI feed = feedAt(post.thread());
        Optional<Post> there = items.of(text(fetch.get(feed)), feed).posts().stream()
                .filter(p -> p.address().equals(post))
                .findFirst();
        if (there.isPresent() || isGone(post.message())) {
            return there;
        }
        throw new NetworkFault(Kind.REFUSED, "В ленте записи уже нет: посмотрите её на сайте сами.");
    }

    private boolean isGone(String id) {
        Optional<URI> page = Where.of(id);
        try {
            page.ifPresent(fetch::get);
            return false;
        } catch (NetworkFault e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return true;
            }
            throw e;
        }
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        return new Reply.Refused(
                new NetworkFault(Kind.NO_RIGHT, "На сайте ответ размещает человек: программе отвечать нечем."));
    }

    /** Where on the site an answer would stand, nobody knows but who put it there. */
    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return Optional.empty();
    }

    /** @param externalId the link that a person gave */
    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return linked(externalId);
    }

    /** @return with the text of the whole page, its white space made one: the answer is a part of it */
    @Override
    public Standing linked(String link) {
        Optional<URI> page = Where.of(link);
        if (page.isEmpty()) {
            return Standing.CANNOT_SAY;
        }
        try {
            String text = Jsoup.parse(text(fetch.get(page.get()))).text();
            return text.isBlank() ? Standing.CANNOT_SAY : Standing.stands(text);
        } catch (NetworkFault e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Standing.GONE;
            }
            throw e;
        }
    }

    @Override
    public Account probe(Access access) {
        return new Account("", "Без учётной записи", "", false);
    }
}
