package ru.otklik.networks.ok;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import ru.otklik.networks.ok.OkCursor.Seen;
import ru.otklik.networks.ok.OkCursor.Thread;

/**
 * One hearing of one group. The newest topics are asked for; then the comments of those discussions that have other
 * comments than before, and of a few that moved last, because a changed text changes no number.
 */
class OkListening {

    /** Calls for comments in one hearing. */
    private static final int READ = 8;
    /** Read again although nothing says that they changed. */
    private static final int AGAIN = 4;

    private final OkDiscussions discussions;
    private final Lane lane;
    private final String group;
    private final List<Post> posts = new ArrayList<>();
    private final List<Address> gone = new ArrayList<>();
    private OkCursor cursor;

    OkListening(OkDiscussions discussions, Lane lane) {
        this.discussions = discussions;
        this.lane = lane;
        this.group = lane.places().get(0).id();
        this.cursor = OkCursor.of(lane.cursor());
    }

    Heard hear() {
        Map<String, Long> counts = hearTopics();
        List<Thread> due = due(counts);
        int read = 0;
        for (Thread thread : due) {
            if (read == READ || posts.size() >= lane.most()) {
                break;
            }
            hearComments(thread, counts.getOrDefault(thread.id(), thread.count()));
            read++;
        }
        boolean more = due.stream().skip(read).anyMatch(t -> isBehind(t, counts))
                || cursor.threads().stream().anyMatch(t -> t.anchor() != null);
        posts.sort(Comparator.comparingLong(OkDiscussions::millis));
        return new Heard(List.copyOf(posts), List.copyOf(gone), cursor.text(), more);
    }

    /** @return how many comments each discussion has now */
    private Map<String, Long> hearTopics() {
        var counts = new LinkedHashMap<String, Long>();
        List<OkDiscussions.Topic> topics = new ArrayList<>(discussions.topics(group, lane.access()));
        topics.sort(Comparator.comparingLong(t -> OkDiscussions.millis(t.post())));
        topics.forEach(topic -> {
            String id = topic.post().address().thread();
            counts.put(id, topic.count());
            hearTopic(topic.post(), cursor.find(id).orElseGet(() -> Thread.fresh(id)));
        });
        hearMissing(topics);
        discussions.moving(group, lane.access()).forEach(m -> {
            counts.putIfAbsent(m.thread(), m.count());
            if (cursor.find(m.thread()).isEmpty()) {
                cursor = cursor.with(Thread.fresh(m.thread()));
            }
        });
        cursor = cursor.trimmed(counts.keySet());
        return counts;
    }

    private void hearTopic(Post topic, Thread known) {
        String hash = OkCursor.hash(topic);
        if (!hash.equals(known.hash())) {
            if (isWanted(topic)) {
                posts.add(topic);
            }
            cursor = cursor.with(known.withTopic(hash, OkDiscussions.millis(topic)));
        }
    }

    /** A topic that should be among the newest and is not is asked for by its id: the list may be late. */
    private void hearMissing(List<OkDiscussions.Topic> topics) {
        Set<String> there =
                topics.stream().map(t -> t.post().address().thread()).collect(Collectors.toSet());
        long oldest = topics.stream()
                .mapToLong(t -> OkDiscussions.millis(t.post()))
                .min()
                .orElse(0);
        for (Thread t : cursor.threads()) {
            if (t.hash() != null && t.at() >= oldest && !there.contains(t.id())) {
                var address = new Address(t.id(), OkDiscussions.number(t.id()));
                if (discussions.find(address, lane.access()).isEmpty()) {
                    forget(t);
                }
            }
        }
    }

    private void forget(Thread t) {
        gone.add(new Address(t.id(), OkDiscussions.number(t.id())));
        cursor = cursor.without(t.id());
    }

    /** Those that are behind first, then a few that moved last and the one that was left alone for longest. */
    private List<Thread> due(Map<String, Long> counts) {
        var due = new ArrayList<Thread>();
        cursor.threads().stream().filter(t -> isBehind(t, counts)).forEach(due::add);
        var rest = cursor.threads().stream().filter(t -> !due.contains(t)).toList();
        rest.stream()
                .sorted(Comparator.comparingLong((Thread t) -> Math.max(t.at(), t.until()))
                        .reversed())
                .limit(AGAIN)
                .forEach(due::add);
        if (rest.size() > AGAIN && !due.contains(rest.get(rest.size() - 1))) {
            due.add(rest.get(rest.size() - 1));
        }
        return due;
    }

    private static boolean isBehind(Thread t, Map<String, Long> counts) {
        long now = counts.getOrDefault(t.id(), t.count());
        return t.anchor() != null || t.count() < 0 || now >= 0 && now != t.count();
    }

    private void hearComments(Thread thread, long count) {
        OkDiscussions.Page page;
        try {
            page = discussions.comments(thread.id(), group, thread.anchor(), lane.access());
        } catch (NetworkFault e) {
            if (e.kind() != Kind.POST_GONE) {
                throw e;
            }
            forget(thread);
            return;
        }
        page.comments().forEach(c -> hearComment(thread, c));
        boolean reached = page.older() == null
                || page.comments().stream().anyMatch(c -> OkDiscussions.millis(c) <= thread.until() || !isWanted(c));
        long newest =
                page.comments().stream().mapToLong(OkDiscussions::millis).max().orElse(0);
        long top = Math.max(thread.top(), newest);
        cursor = cursor.with(new Thread(
                thread.id(),
                thread.hash(),
                thread.at(),
                // not counted yet when it was read; -1 would be read for ever
                Math.max(0, count),
                reached ? Math.max(thread.until(), top) : thread.until(),
                reached ? null : page.older(),
                reached ? 0 : top,
                remembered(thread, page)));
    }

    private void hearComment(Thread thread, Post comment) {
        boolean heard = thread.find(comment.address().message())
                .map(s -> !s.hash().equals(OkCursor.hash(comment)))
                // as many comments as one likes may share a millisecond with the last known one
                .orElseGet(() -> OkDiscussions.millis(comment) >= thread.until());
        if (heard && isWanted(comment)) {
            posts.add(comment);
        }
    }

    /** What is remembered afterwards; what should have been on the page and was not is gone. */
    private List<Seen> remembered(Thread thread, OkDiscussions.Page page) {
        var now = page.comments().stream()
                .collect(Collectors.toMap(c -> c.address().message(), c -> c, (a, b) -> a));
        long oldest = page.older() == null
                ? Long.MIN_VALUE
                : page.comments().stream()
                        .mapToLong(OkDiscussions::millis)
                        .min()
                        .orElse(Long.MAX_VALUE);
        var all = new ArrayList<Seen>();
        for (Seen s : thread.seen()) {
            if (now.containsKey(s.id())) {
                continue;
            }
            // on the way to older comments a page says nothing about newer ones
            if (thread.anchor() == null && s.at() > oldest) {
                gone.add(new Address(thread.id(), s.id()));
            } else {
                all.add(s);
            }
        }
        now.values().forEach(c -> all.add(new Seen(c.address().message(), OkCursor.hash(c), OkDiscussions.millis(c))));
        all.sort(Comparator.comparingLong(Seen::at));
        return all;
    }

    private boolean isWanted(Post post) {
        var at = post.postedAt();
        return at == null || !at.isBefore(lane.since());
    }
}
