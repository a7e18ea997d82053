package ru.otklik.networks.vk;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.Wire;
import ru.otklik.sandbox.vk.VkRow;
import ru.otklik.sandbox.vk.VkWriting;

/**
 * Over the product's own sandbox; a citizen writes under one thing, or on the wall itself.
 *
 * @param under 0: a post of its own
 */
record SandboxStage(int port, VkWriting writing, String citizen, String reading, Place place, long under)
        implements VkStage {

    private static final SandboxAccess KRAI = SandboxAccess.KRAI;
    private static final long OWNER = KRAI.owner();
    private static final String NAME = "Анна Ким";

    static SandboxStage posts(int port, VkWriting writing) {
        return opened(port, writing, SandboxAccess.READING, "wall", () -> 0);
    }

    static SandboxStage comments(int port, VkWriting writing) {
        return opened(port, writing, SandboxAccess.READING, "wall", () -> post(writing));
    }

    static SandboxStage replies(int port, VkWriting writing) {
        return opened(
                port,
                writing,
                SandboxAccess.EDITOR,
                "wall",
                () -> writing.reply(OWNER, post(writing), "another", NAME, "Вопрос")
                        .orElseThrow()
                        .id());
    }

    static SandboxStage board(int port, VkWriting writing) {
        return opened(
                port,
                writing,
                SandboxAccess.EDITOR,
                "board",
                () -> writing.topic(OWNER, "Дороги").id());
    }

    private static long post(VkWriting writing) {
        return writing.post(OWNER, "another", NAME, "Спрашивайте").id();
    }

    private static SandboxStage opened(
            int port, VkWriting writing, SandboxAccess reading, String kind, LongSupplier under) {
        new Wire(port).trouble("vk");
        String page = kind.equals("wall") ? "club" : "board";
        var place = new Place("vk", kind, Long.toString(OWNER), KRAI.name(), "https://vk.com/" + page + KRAI.account());
        String citizen = UUID.randomUUID().toString();
        return new SandboxStage(port, writing, citizen, reading.token(), place, under.getAsLong());
    }

    @Override
    public URI api() {
        return URI.create("http://127.0.0.1:%d/sandbox/vk/method/".formatted(port));
    }

    @Override
    public Access access() {
        return new Access(Long.toString(KRAI.account()), Map.of(Access.TOKEN, KRAI.token(), Access.READING, reading));
    }

    @Override
    public Address written(String text) {
        VkRow row = under == 0
                ? writing.post(OWNER, citizen, NAME, text)
                : writing.reply(OWNER, under, citizen, NAME, text).orElseThrow();
        boolean board = row.kind() == VkRow.Kind.TOPIC_COMMENT;
        return new Address(OWNER + (board ? "_board_" : "_") + row.post(), Long.toString(row.id()));
    }

    @Override
    public void changed(Address post, String text) {
        if (writing.edit(OWNER, Long.parseLong(post.message()), citizen, text).isEmpty()) {
            throw new AssertionError("Nothing of the citizen stands at " + post);
        }
    }

    @Override
    public void deleted(Address post) {
        if (!writing.setDeleted(OWNER, Long.parseLong(post.message()), true)) {
            throw new AssertionError("Nothing stands at " + post);
        }
    }

    @Override
    public boolean trouble(Trouble next) {
        var wire = new Wire(port);
        switch (next) {
            case NONE -> wire.trouble("vk");
            case DONE_AND_CUT, COMMENTS_CLOSED, POST_GONE -> wire.trouble("vk", "next", next, "way", "WRITE");
            default -> {
                Object mishap = next == Trouble.LIMIT ? "RATE" : next;
                wire.trouble("vk", "next", mishap, "way", "READ");
                wire.trouble("vk", "next", mishap, "way", "WRITE");
            }
        }
        return true;
    }

    @Override
    public void close() {
        new Wire(port).trouble("vk");
    }
}
