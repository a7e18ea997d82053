package ru.otklik.networks.telegram;

import java.net.URI;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.Wire;
import ru.otklik.sandbox.telegram.TelegramRow;
import ru.otklik.sandbox.telegram.TelegramWriting;

/** The product's own sandbox, where a citizen comments on the channel's first post. */
record SandboxBot(int port, TelegramWriting writing) implements TelegramServer {

    private static final String CITIZEN = "6d1cf7a0-citizen";
    private static final SandboxAccess GROUP = SandboxAccess.DISCUSSION;
    /** The sandbox opens with a post of the channel, and its forward opens the group. */
    private static final long ROOT = 1;

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:%d/sandbox/telegram".formatted(port));
    }

    @Override
    public String token() {
        return SandboxAccess.BOT.token();
    }

    @Override
    public Place place() {
        return new Place("telegram", "chat", Long.toString(GROUP.account()), GROUP.name(), GROUP.link());
    }

    @Override
    public Address written(String text) {
        TelegramRow row = writing.write(ROOT, CITIZEN, "Анна Ким", text).orElseThrow();
        return new Address(GROUP.account() + "/" + ROOT, Long.toString(row.id()));
    }

    @Override
    public void changed(Address post, String text) {
        if (writing.edit(Long.parseLong(post.message()), CITIZEN, text).isEmpty()) {
            throw new AssertionError("Nothing of the citizen stands at " + post);
        }
    }

    @Override
    public void deleted(Address post) {
        if (!writing.delete(Long.parseLong(post.message()))) {
            throw new AssertionError("Nothing stands at " + post);
        }
    }

    @Override
    public boolean trouble(Trouble next) {
        var wire = new Wire(port);
        switch (next) {
            case NONE -> wire.trouble("telegram");
            case LIMIT -> wire.trouble("telegram", "next", "RATE");
            default -> wire.trouble("telegram", "next", next.name());
        }
        return true;
    }
}
