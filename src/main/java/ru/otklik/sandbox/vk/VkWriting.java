package ru.otklik.sandbox.vk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.Shown;
import ru.otklik.sandbox.Street;

/** Whoever writes, by the API or on the citizen's page; what is written is told to who registered an address. */
@Service
public class VkWriting implements Street {

    private static final int LONGEST = 16_384;

    private final VkRows rows;
    private final VkShelf shelf;
    private final VkCallbacks callbacks;
    private final Clock clock;

    VkWriting(VkRows rows, VkShelf shelf, VkCallbacks callbacks, Clock clock) {
        this.rows = rows;
        this.shelf = shelf;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** By the API, under a post or a topic. */
    VkRow comment(VkCall call, VkRow under, @Nullable VkRow to, long from) {
        String text = call.text("message").orElse("");
        List<String> attachments = call.list("attachments");
        if (text.isBlank() && attachments.isEmpty() || text.length() > LONGEST) {
            throw VkFault.parameter(text.length() > LONGEST ? "message is too long" : "message is undefined");
        }
        if (attachments.size() > 10 || !attachments.stream().allMatch(a -> a.matches("photo-?\\d{1,18}_\\d{1,18}"))) {
            throw VkFault.parameter("attachments is invalid");
        }
        long author = from == 0 ? call.caller().owner() : from;
        String name = VkView.community(author)
                .map(SandboxAccess::name)
                .orElse(call.caller().name());
        var kind = under.kind() == VkRow.Kind.POST ? VkRow.Kind.COMMENT : VkRow.Kind.TOPIC_COMMENT;
        return added(new VkRow.New(
                under.owner(),
                kind,
                under.id(),
                to,
                author,
                name,
                null,
                text,
                String.join(",", attachments),
                call.text("guid").orElse(null)));
    }

    /** A citizen's post on a wall. */
    public VkRow post(long owner, String citizen, String name, String text) {
        return added(new VkRow.New(owner, VkRow.Kind.POST, 0, null, userId(citizen), name, citizen, text, "", null));
    }

    /** A topic of a community, by itself. */
    public VkRow topic(long owner, String title) {
        String name = VkView.community(owner).map(SandboxAccess::name).orElse("");
        return added(new VkRow.New(owner, VkRow.Kind.TOPIC, 0, null, owner, name, null, title, "", null));
    }

    /** A citizen's comment under a post, a topic or a comment. Empty: that is gone. */
    public Optional<VkRow> reply(long owner, long id, String citizen, String name, String text) {
        return shelf.find(owner, id).filter(VkRow::isAlive).map(to -> {
            boolean under = to.id() == to.post();
            boolean topic = to.kind() == VkRow.Kind.TOPIC || to.kind() == VkRow.Kind.TOPIC_COMMENT;
            return added(new VkRow.New(
                    owner,
                    topic ? VkRow.Kind.TOPIC_COMMENT : VkRow.Kind.COMMENT,
                    to.post(),
                    under || topic ? null : to,
                    userId(citizen),
                    name,
                    citizen,
                    text,
                    "",
                    null));
        });
    }

    /** Empty: not this citizen's. */
    public Optional<VkRow> edit(long owner, long id, String citizen, String text) {
        var edited = rows.edit(owner, id, citizen, text, clock.instant());
        edited.ifPresent(r -> callbacks.tell(r, "edit"));
        return edited;
    }

    /** False: it is so already, or there is no such thing. */
    public boolean setDeleted(long owner, long id, boolean deleted) {
        var changed = rows.setDeleted(owner, id, deleted, clock.instant());
        changed.ifPresent(r -> callbacks.tell(r, deleted ? "delete" : "restore"));
        return changed.isPresent();
    }

    /** What was done past this door, to who registered an address. @param what edit or delete */
    public void tell(long owner, long id, String what) {
        shelf.find(owner, id).ifPresent(r -> callbacks.tell(r, what));
    }

    @Override
    public String network() {
        return "vk";
    }

    @Override
    public List<SandboxAccess> places() {
        return SandboxAccess.communities();
    }

    @Override
    public List<Shown> newest(SandboxAccess place) {
        return shelf.front(place.owner(), 50).stream().map(VkWriting::shown).toList();
    }

    @Override
    public List<Shown> discussion(String ref, String citizen) {
        return at(ref).map(m -> shelf.discussion(m.owner(), m.post()).stream()
                        .filter(r -> r.isAlive() || r.isOf(citizen))
                        .map(VkWriting::shown)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<Shown> find(String ref) {
        return at(ref).map(VkWriting::shown);
    }

    @Override
    public Shown write(SandboxAccess place, String citizen, String name, String text) {
        return shown(post(place.owner(), citizen, name, text));
    }

    @Override
    public Optional<Shown> reply(String ref, String citizen, String name, String text) {
        return at(ref).flatMap(m -> reply(m.owner(), m.id(), citizen, name, text))
                .map(VkWriting::shown);
    }

    @Override
    public Optional<Shown> edit(String ref, String citizen, String text) {
        return at(ref).flatMap(m -> edit(m.owner(), m.id(), citizen, text)).map(VkWriting::shown);
    }

    @Override
    public Optional<Shown> remove(String ref, String citizen) {
        return at(ref).filter(m -> m.isOf(citizen) && setDeleted(m.owner(), m.id(), true))
                .map(VkWriting::shown);
    }

    @Override
    public Optional<Shown> restore(String ref, String citizen) {
        return at(ref).filter(m -> m.isOf(citizen) && setDeleted(m.owner(), m.id(), false))
                .map(VkWriting::shown);
    }

    private Optional<VkRow> at(String ref) {
        if (!ref.matches("-?\\d{1,18}_\\d{1,18}")) {
            return Optional.empty();
        }
        String[] parts = ref.split("_");
        return shelf.find(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static Shown shown(VkRow r) {
        boolean topic = r.kind() == VkRow.Kind.TOPIC || r.kind() == VkRow.Kind.TOPIC_COMMENT;
        return new Shown(
                r.owner() + "_" + r.id(),
                r.id(),
                "/sandbox/vk/%s%d_%d".formatted(topic ? "topic" : "wall", r.owner(), r.post()),
                r.citizen(),
                r.author(),
                r.text(),
                r.at(),
                r.editedAt() != null,
                r.id() != r.post() && r.isOfAuthority(),
                !r.isAlive(),
                r.id() == r.post() ? 0 : r.thread() == null ? 1 : 2,
                r.attachments().stream()
                        .map(a -> Long.valueOf(a.substring(a.lastIndexOf('_') + 1)))
                        .toList());
    }

    private VkRow added(VkRow.New n) {
        VkRow row = rows.add(n, clock.instant());
        callbacks.tell(row, "new");
        return row;
    }

    /** The same person has the same id; above all ids that are made by hand. */
    private static long userId(String citizen) {
        return 1_000_000L + (citizen.hashCode() & 0x3fffffffL);
    }
}
