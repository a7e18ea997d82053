package ru.otklik.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
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
import ru.otklik.networks.Post;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;

/** The sandbox as the product sees it. */
@Component
@Conditional(WhenDemo.class)
class SandboxNetwork implements Network {

    static final String OFFICIAL = "Официальный ответ";
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
    public Abilities abilities() {
        return new Abilities(true, true, false, false, 2_000, 2_000, 0, Set.of(), 0);
    }

    @Override
    public Found recognise(String link, Access access) {
        throw new NetworkFault(NetworkFault.Kind.NOT_FOUND, "Песочница подключена сама.");
    }

    @Override
    public Heard listen(Lane lane) {
        String cursor = lane.cursor();
        List<SandboxPost> changed = posts.changedSince(cursor.isEmpty() ? 0 : Long.parseLong(cursor), AT_ONCE);
        String next = changed.isEmpty()
                ? cursor
                : Long.toString(changed.get(changed.size() - 1).change());
        return new Heard(
                changed.stream().map(SandboxPost::asPost).toList(), List.of(), next, changed.size() == AT_ONCE);
    }

    @Override
    public Optional<Post> look(Address post, Access access) {
        return posts.find(Long.parseLong(post.message())).map(SandboxPost::asPost);
    }

    @Override
    public Reply answer(Address to, Answer answer, Access access) {
        return posts.find(Long.parseLong(to.message()))
                .<Reply>map(post -> posts.answer(post, OFFICIAL, answer.text(), answer.key(), clock.instant())
                        .asReply())
                .orElseGet(() -> new Reply.Refused(new NetworkFault(
                        NetworkFault.Kind.POST_GONE, "Сообщения, на которое дан ответ, в «Песочнице» нет.")));
    }

    @Override
    public Optional<Reply.Posted> find(Address to, Answer answer, Access access) {
        return posts.findByKey(answer.key()).map(SandboxPost::asReply);
    }

    @Override
    public Standing standing(Address to, String externalId, Access access) {
        return posts.find(Long.parseLong(externalId))
                .map(p -> Standing.stands(p.text()))
                .orElse(Standing.GONE);
    }

    @Override
    public Account probe(Access access) {
        return new Account(OFFICIAL, OFFICIAL, "/sandbox", true);
    }
}
