package ru.otklik.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.casework.NewMessage;
import ru.otklik.listening.LaneRows.Claim;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Post;
import ru.otklik.networks.Push;
import ru.otklik.networks.Voices;
import ru.otklik.worktime.OutsideCalendar;

/** Stores what was heard in one transaction; a post that cannot be stored does not silence those after it. */
@Component
class Taking {

    private static final Logger log = LoggerFactory.getLogger(Taking.class);
    /** Then each post is taken by itself, and what still fails is put aside. */
    private static final int TRIES_TOGETHER = 3;
    /** Far more than are called with while one turn asks. */
    private static final int REMEMBERED = 20_000;

    private final Inbox inbox;
    private final Aside aside;
    private final Voices voices;
    private final SourceRows sources;
    private final TransactionTemplate transaction;
    /** By lane. */
    private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();

    /** The posts that a network called with last, and which call of all it was. */
    private final Map<Called, Long> called = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Called, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final AtomicLong calls = new AtomicLong();

    private record Called(String network, Address post) {}

    Taking(Inbox inbox, Aside aside, Voices voices, SourceRows sources, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.aside = aside;
        this.voices = voices;
        this.sources = sources;
        this.transaction = transaction;
    }

    /** To be asked before a network is. */
    long calls() {
        return calls.get();
    }

    /**
     * What a network called with is newer than a page that was asked for before.
     *
     * @param hold lets no turn of the lane store anything until the end of the transaction
     */
    void called(String network, int lane, Push.Taken said, Runnable hold) {
        var addresses = new ArrayList<>(said.gone());
        said.posts().forEach(p -> addresses.add(p.address()));
        addresses.forEach(a -> called.put(new Called(network, a), calls.incrementAndGet()));
        take(network, lane, said.posts(), said.gone(), () -> {
            hold.run();
            return true;
        });
    }

    /**
     * @param asked how many calls there had been when the network was asked
     * @param first done before all else in the same transaction; false: nothing is stored
     */
    void heard(Claim claim, Heard heard, long asked, BooleanSupplier first) {
        String network = claim.network();
        // looked at after the lane is locked: a call waits for the end of this transaction, or has ended
        Predicate<Address> newest = a -> called.getOrDefault(new Called(network, a), 0L) <= asked;
        var posts = new ArrayList<>(heard.posts());
        var gone = new ArrayList<>(heard.gone());
        take(network, claim.id(), posts, gone, () -> {
            boolean ours = first.getAsBoolean();
            posts.removeIf(p -> !newest.test(p.address()));
            gone.removeIf(newest.negate());
            return ours;
        });
    }

    private void take(String network, int lane, List<Post> posts, List<Address> gone, BooleanSupplier first) {
        boolean alone = failures.getOrDefault(lane, 0) >= TRIES_TOGETHER;
        failures.merge(lane, 1, Integer::sum);
        transaction.executeWithoutResult(t -> {
            if (first.getAsBoolean()) {
                store(network, lane, posts, gone, alone ? t : null);
            }
        });
        failures.remove(lane);
    }

    /** @param apart null: together */
    private void store(
            String network,
            int lane,
            List<Post> posts,
            List<Address> gone,
            @org.jspecify.annotations.Nullable TransactionStatus apart) {
        var citizens = new ArrayList<NewMessage>();
        var ours = new ArrayList<NewMessage>();
        posts.forEach(p -> (isOurs(network, p) ? ours : citizens).add(message(network, p)));
        Optional<String> about = citizens.isEmpty() ? Optional.empty() : sources.aboutOf(lane);
        if (apart == null) {
            inbox.receive(citizens, about).forEach(r -> aside.put(r.message(), r.why(), 1));
        } else {
            citizens.forEach(m -> receiveAlone(m, about, apart));
        }
        // after the messages they answer
        ours.forEach(inbox::ours);
        gone.forEach(a -> inbox.gone(network, a.thread(), a.message()));
    }

    private boolean isOurs(String network, Post post) {
        return post.authorId() != null && voices.isOurs(network, post.authorId());
    }

    private void receiveAlone(NewMessage message, Optional<String> about, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            inbox.receive(List.of(message), about).forEach(r -> aside.put(r.message(), r.why(), 1));
            transaction.releaseSavepoint(before);
        } catch (OutsideCalendar e) {
            throw e;
        } catch (RuntimeException e) {
            transaction.rollbackToSavepoint(before);
            log.error("A post of {} cannot be stored and is put aside: {}", message.network(), message.externalId(), e);
            aside.put(message, Aside.sentence(e), TRIES_TOGETHER + 1);
        }
    }

    private static NewMessage message(String network, Post post) {
        return new NewMessage(
                network,
                post.address().thread(),
                post.address().message(),
                post.url(),
                post.authorName(),
                post.authorUrl(),
                post.authorId(),
                post.text(),
                post.postedAt(),
                post.attachments(),
                post.pictures(),
                post.parent());
    }
}
