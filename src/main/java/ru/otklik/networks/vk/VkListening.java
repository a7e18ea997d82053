package ru.otklik.networks.vk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;
import ru.otklik.networks.vk.Memory.Known;
import ru.otklik.networks.vk.Threads.Comment;
import ru.otklik.networks.vk.Threads.Head;
import tools.jackson.databind.json.JsonMapper;

/**
 * One turn of listening to a wall or a board: what is new, then what the numbers say has changed, then a second look at
 * some of the rest, because VK tells nobody of an edit or of a deletion.
 */
final class VkListening {

    /** Calls for the comments of one turn: about 20 seconds at the pace of a user's token. */
    private static final int CALLS = 60;
    /** New posts after a long silence that are still listed. */
    private static final int FURTHEST = 2000;
    /** Discussions looked through again each turn: the liveliest, and as many of the others by turns. */
    private static final int SECOND_LOOKS = 3;

    private final Threads threads;
    private final Memory memory;
    private final Lane lane;
    private final String thread;
    private final Threads.Budget budget = new Threads.Budget(CALLS);
    private final List<Post> posts = new ArrayList<>();
    private final Set<Address> gone = new LinkedHashSet<>();
    private final Set<Long> readNow = new HashSet<>();
    private boolean more;

    /** @param thread how the address of a discussion begins, before its number */
    private VkListening(Threads threads, Memory memory, Lane lane, String thread) {
        this.threads = threads;
        this.memory = memory;
        this.lane = lane;
        this.thread = thread;
    }

    /** @throws NetworkFault when it is neither a wall nor a board */
    static VkListening of(VkApi api, JsonMapper json, Lane lane, Place place) {
        boolean board = place.kind().equals(VkPlaces.BOARD);
        if (!board && !place.kind().equals(VkPlaces.WALL) || !place.id().matches("-?[1-9]\\d{0,17}")) {
            throw new NetworkFault(NetworkFault.Kind.NOT_FOUND, "Такого места во ВКонтакте нет.");
        }
        long owner = Long.parseLong(place.id());
        String token = VkPages.reading(lane.access());
        return new VkListening(
                board ? new BoardThreads(api, token, owner) : new WallThreads(api, token, owner),
                Memory.of(lane.cursor(), json),
                lane,
                owner + (board ? "_board_" : "_"));
    }

    Heard turn(JsonMapper json) {
        List<Head> first = threads.heads(0);
        Map<Long, Head> heads = new HashMap<>();
        first.forEach(h -> heads.put(h.id(), h));
        forgetGone(heads.keySet());
        memory.list().forEach(k -> again(k, heads.get(k.id)));
        fresh(first).forEach(this::begin);
        secondLooks(heads);
        memory.retain(heads.keySet());
        posts.sort(Comparator.<Post, Instant>comparing(VkListening::at)
                .thenComparing(p -> Long.parseLong(p.address().message())));
        return new Heard(List.copyOf(posts), List.copyOf(gone), memory.cursor(json), more);
    }

    private static Instant at(Post p) {
        return p.postedAt() == null ? Instant.EPOCH : p.postedAt();
    }

    /** What the list does not show has either moved down, or is deleted: VK is asked. */
    private void forgetGone(Set<Long> listed) {
        List<Long> missing = memory.list().stream()
                .map(k -> k.id)
                .filter(id -> !listed.contains(id))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Set<Long> alive = threads.alive(missing);
        for (Long id : missing) {
            Optional<Known> known = memory.find(id);
            if (!alive.contains(id) && known.isPresent()) {
                if (known.get().mark != 0) {
                    gone.add(address(id, id));
                }
                known.get().comments.keySet().forEach(c -> gone.add(address(id, c)));
                memory.remove(id);
            }
        }
    }

    private Address address(long id, long message) {
        return new Address(thread + id, String.valueOf(message));
    }

    private boolean isFull() {
        return posts.size() >= lane.most() || budget.isSpent();
    }

    /** A discussion heard before. */
    private void again(Known known, @Nullable Head head) {
        if (head != null) {
            hearPost(known, head);
        }
        boolean unfinished = known.stamp < 0;
        if (unfinished || head != null && head.stamp() != known.stamp) {
            read(known, head == null ? 0 : head.stamp());
        }
    }

    /** Discussions not heard yet, the oldest first. */
    private List<Head> fresh(List<Head> first) {
        var fresh = new ArrayList<Head>();
        List<Head> page = first;
        int offset = 0;
        while (!page.isEmpty()) {
            page.stream().filter(this::isFresh).forEach(fresh::add);
            Head oldest = page.get(page.size() - 1);
            offset += Threads.PAGE;
            if (!isFresh(oldest) || page.size() < Threads.PAGE || offset >= FURTHEST) {
                break;
            }
            page = threads.heads(offset);
        }
        fresh.sort(Comparator.comparingLong(Head::order));
        return fresh;
    }

    private boolean isFresh(Head head) {
        return head.order() > memory.last
                && !head.at().isBefore(lane.since())
                && memory.find(head.id()).isEmpty();
    }

    private void begin(Head head) {
        if (isFull() || memory.find(head.id()).isPresent()) {
            more |= memory.find(head.id()).isEmpty();
            return;
        }
        Known known = memory.add(head.id());
        hearPost(known, head);
        memory.last = Math.max(memory.last, head.order());
        if (head.stamp() == 0) {
            known.stamp = 0;
        } else {
            read(known, head.stamp());
        }
    }

    private void hearPost(Known known, Head head) {
        Post post = head.post();
        if (post != null) {
            int mark = marked(post);
            if (mark != known.mark) {
                known.mark = mark;
                hear(post);
            }
        }
    }

    /** 0 is what has no text of its own. */
    private static int marked(Post post) {
        int mark = VkPosts.mark(post);
        return mark == 0 ? 1 : mark;
    }

    private void hear(Post post) {
        if (!at(post).isBefore(lane.since())) {
            posts.add(post);
        }
    }

    /** @param stamp what it will have when it is read to the end */
    private void read(Known known, long stamp) {
        if (isFull()) {
            more = true;
            return;
        }
        readNow.add(known.id);
        boolean fromStart = known.at == 0;
        var there = new HashSet<Long>();
        var walked = threads.walk(known.id, known.at, known.top, budget, family -> {
            for (Comment c : family) {
                there.add(c.id());
                comment(known, c);
            }
            return !isFull();
        });
        known.at = walked.gone();
        known.top = walked.top();
        if (!walked.over()) {
            known.stamp = -1;
            more = true;
            return;
        }
        known.last = Math.max(known.last, known.seen);
        known.stamp = stamp;
        if (fromStart && walked.steady()) {
            known.whole = true;
            List<Long> missing = known.comments.keySet().stream()
                    .filter(c -> !there.contains(c))
                    .toList();
            missing.forEach(c -> goneComment(known, c));
        }
    }

    private void comment(Known known, Comment c) {
        Post post = c.post();
        if (post == null) {
            if (known.comments.containsKey(c.id())) {
                goneComment(known, c.id());
            }
            return;
        }
        known.seen = Math.max(known.seen, c.id());
        int mark = marked(post);
        Integer before = known.comments.put(c.id(), mark);
        // what is not remembered and not new was heard and forgotten
        boolean news = before == null ? known.whole || c.id() > known.last : before != mark;
        if (news) {
            hear(post);
        }
    }

    private void goneComment(Known known, long id) {
        known.comments.remove(id);
        gone.add(address(known.id, id));
    }

    private void secondLooks(Map<Long, Head> heads) {
        List<Known> candidates = memory.list().stream()
                .filter(k -> k.stamp > 0 && heads.containsKey(k.id) && !readNow.contains(k.id))
                .toList();
        var chosen = new LinkedHashSet<Known>();
        candidates.stream()
                .sorted(Comparator.comparingLong((Known k) -> k.last).reversed())
                .limit(SECOND_LOOKS)
                .forEach(chosen::add);
        var rest = new ArrayList<>(candidates.stream()
                .filter(k -> k.id > memory.swept && !chosen.contains(k))
                .toList());
        if (rest.isEmpty()) {
            rest.addAll(candidates);
            rest.removeAll(chosen);
        }
        rest.stream().limit(SECOND_LOOKS).forEach(k -> {
            chosen.add(k);
            memory.swept = k.id;
        });
        for (Known k : chosen) {
            if (!isFull()) {
                read(k, k.stamp);
            }
        }
    }
}
