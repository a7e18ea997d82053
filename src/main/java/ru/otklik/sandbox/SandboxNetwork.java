package ru.otklik.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Network;
import ru.otklik.networks.Reply;

/** The sandbox as the product sees it. */
@Component
@Conditional(WhenDemo.class)
class SandboxNetwork implements Network {

    private static final String OFFICIAL_AUTHOR = "Официальный ответ";
    private static final int AT_ONCE = 100;

    private final SandboxPosts posts;
    private final Clock clock;

    SandboxNetwork(SandboxPosts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "sandbox";
    }

    @Override
    public boolean posts() {
        return true;
    }

    @Override
    public Heard listen(String cursor) {
        List<SandboxPost> changed = posts.changedSince(cursor.isEmpty() ? 0 : Long.parseLong(cursor), AT_ONCE);
        String next = changed.isEmpty()
                ? cursor
                : Long.toString(changed.get(changed.size() - 1).change());
        return new Heard(changed.stream().map(SandboxPost::asPost).toList(), next);
    }

    @Override
    public Reply answer(Address to, String text, String key) {
        return posts.find(Long.parseLong(to.message()))
                .<Reply>map(post -> posts.answer(post, OFFICIAL_AUTHOR, text, key, clock.instant())
                        .asReply())
                .orElseGet(() -> new Reply.Refused("Сообщения, на которое дан ответ, в «Песочнице» нет."));
    }

    @Override
    public Optional<Reply.Posted> find(Address to, String key) {
        return posts.findByKey(key).map(SandboxPost::asReply);
    }
}
