package ru.otklik.sandbox.telegram;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.Shown;
import ru.otklik.sandbox.Street;
import ru.otklik.sandbox.WhenDemo;

/** The discussion group of the channel, as a citizen sees it. */
@Component
@Conditional(WhenDemo.class)
class TelegramStreet implements Street {

    private static final long GROUP = SandboxAccess.DISCUSSION.account();

    private final TelegramRows rows;
    private final TelegramWriting writing;

    TelegramStreet(TelegramRows rows, TelegramWriting writing) {
        this.rows = rows;
        this.writing = writing;
    }

    /** There must be something to comment on. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (rows.newest(SandboxAccess.CHANNEL.account(), 1).isEmpty()) {
            writing.channelPost("Здесь отвечают органы власти края. Спрашивайте в комментариях.");
        }
    }

    @Override
    public String network() {
        return "telegram";
    }

    @Override
    public List<SandboxAccess> places() {
        return List.of(SandboxAccess.DISCUSSION);
    }

    @Override
    public List<Shown> newest(SandboxAccess place) {
        return rows.newest(GROUP, 100).stream().map(TelegramStreet::shown).toList();
    }

    @Override
    public List<Shown> discussion(String ref, String citizen) {
        return at(ref).map(m -> {
                    Long thread = m.thread();
                    return rows.discussion(GROUP, thread == null ? m.id() : thread).stream()
                            .map(TelegramStreet::shown)
                            .toList();
                })
                .orElse(List.of());
    }

    @Override
    public Optional<Shown> find(String ref) {
        return at(ref).map(TelegramStreet::shown);
    }

    @Override
    public Shown write(SandboxAccess place, String citizen, String name, String text) {
        return shown(writing.write(null, citizen, name, text).orElseThrow());
    }

    @Override
    public Optional<Shown> reply(String ref, String citizen, String name, String text) {
        return at(ref).flatMap(m -> writing.write(m.id(), citizen, name, text)).map(TelegramStreet::shown);
    }

    @Override
    public Optional<Shown> edit(String ref, String citizen, String text) {
        return at(ref).flatMap(m -> writing.edit(m.id(), citizen, text)).map(TelegramStreet::shown);
    }

    @Override
    public Optional<Shown> remove(String ref, String citizen) {
        return at(ref).filter(m -> m.isOf(citizen) && writing.delete(m.id())).map(TelegramStreet::shown);
    }

    /** The network has no such thing. */
    @Override
    public Optional<Shown> restore(String ref, String citizen) {
        return Optional.empty();
    }

    private Optional<TelegramRow> at(String ref) {
        return ref.matches("\\d{1,18}") ? rows.find(GROUP, Long.parseLong(ref)) : Optional.empty();
    }

    private static Shown shown(TelegramRow m) {
        boolean bot = m.from() == SandboxAccess.BOT.account();
        Long replyTo = m.replyTo();
        String photo = m.photo();
        return new Shown(
                Long.toString(m.id()),
                m.id(),
                "/sandbox/telegram/%s/%d"
                        .formatted(SandboxAccess.DISCUSSION.shortName(), replyTo == null ? m.id() : replyTo),
                m.citizen(),
                m.author(),
                m.text(),
                m.at(),
                m.editedAt() != null,
                bot,
                false,
                replyTo == null ? 0 : 1,
                photo == null ? List.of() : List.of(Long.valueOf(photo)));
    }
}
