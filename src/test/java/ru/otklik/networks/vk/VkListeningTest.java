package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Place;
import ru.otklik.networks.Post;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkListeningTest {

    private static final Place SEARCH = new Place("vk", "search", "яма", "Поиск «яма»", "https://vk.com/search?q=яма");

    private final StandInVk vk = new StandInVk();
    private final Network network = VkOf.at(vk.api());
    private final List<Post> posts = new ArrayList<>();
    private final List<Address> gone = new ArrayList<>();
    private String cursor = "";
    private int turns;

    @AfterEach
    void close() {
        vk.close();
    }

    private Heard turn(Place place, int most, Instant since) {
        Heard heard = network.listen(new Lane(List.of(place), cursor, StandInStage.SERVICE, since, most));
        posts.addAll(heard.posts());
        gone.addAll(heard.gone());
        cursor = heard.cursor();
        turns++;
        return heard;
    }

    private void hear(Place place, int most) {
        posts.clear();
        gone.clear();
        turns = 0;
        Heard heard;
        do {
            heard = turn(place, most, Instant.EPOCH);
            assertThat(turns).isLessThan(200);
        } while (heard.more() || !heard.isEmpty());
    }

    private List<String> texts() {
        return posts.stream().map(Post::text).toList();
    }

    @Test
    void what_a_page_says_twice_is_heard_once_and_hides_nothing_of_the_next_page() {
        vk.twice = true;
        long post = vk.post("Спрашивайте").id;
        IntStream.range(0, 250).forEach(i -> vk.comment(post, "Вопрос " + i));
        hear(StandInStage.WALL, 1000);
        assertThat(texts()).hasSize(251).doesNotHaveDuplicates();
    }

    @Test
    void what_is_deleted_while_a_long_discussion_is_read_hides_nothing_that_follows() {
        for (Place place : List.of(StandInStage.WALL, StandInStage.BOARD)) {
            cursor = "";
            boolean board = place == StandInStage.BOARD;
            long thread = board ? vk.topic("Спрашивайте").id : vk.post("Спрашивайте").id;
            var ids = IntStream.range(0, 2500)
                    .mapToLong(i -> vk.comment(thread, "Вопрос " + i).id)
                    .toArray();
            var heard = new TreeSet<String>();
            turn(place, 1000, Instant.EPOCH).posts().forEach(p -> heard.add(p.text()));
            // one alone; then more than a page of what was read, and the last one read
            vk.delete(ids[10]);
            turn(place, 500, Instant.EPOCH).posts().forEach(p -> heard.add(p.text()));
            IntStream.rangeClosed(850, 1600).forEach(i -> vk.delete(ids[i]));
            hear(place, 1000);
            heard.addAll(texts());
            assertThat(heard)
                    .containsAll(IntStream.concat(IntStream.range(11, 850), IntStream.range(1601, 2500))
                            .mapToObj(i -> "Вопрос " + i)
                            .toList());
        }
    }

    @Test
    void a_discussion_at_which_the_calls_of_a_turn_ran_out_is_not_taken_for_read() {
        for (Place place : List.of(StandInStage.WALL, StandInStage.BOARD)) {
            cursor = "";
            boolean board = place == StandInStage.BOARD;
            IntStream.range(0, 90).forEach(i -> {
                long thread = board ? vk.topic("Тема " + i).id : vk.post("Запись " + i).id;
                vk.comment(thread, "Вопрос " + i);
            });
            hear(place, 1000);
            assertThat(texts())
                    .containsAll(
                            IntStream.range(0, 90).mapToObj(i -> "Вопрос " + i).toList());
        }
    }

    @Test
    void a_reply_says_what_it_answers_and_its_link_leads_into_the_thread() {
        long post = vk.post("Спрашивайте").id;
        long top = vk.comment(post, "Вопрос").id;
        long reply = vk.reply(top, "И у меня").id;
        long deeper = vk.reply(reply, "И у меня тоже").id;
        hear(StandInStage.WALL, 100);
        assertThat(posts).extracting(Post::parent).containsExactly(null, "" + post, "" + top, "" + reply);
        assertThat(posts)
                .extracting(Post::url)
                .containsExactly(
                        "https://vk.com/wall-123_" + post,
                        "https://vk.com/wall-123_" + post + "?reply=" + top,
                        "https://vk.com/wall-123_" + post + "?reply=" + reply + "&thread=" + top,
                        "https://vk.com/wall-123_" + post + "?reply=" + deeper + "&thread=" + top);
        assertThat(posts).allSatisfy(p -> {
            assertThat(p.authorId()).isEqualTo("456");
            assertThat(p.authorName()).isEqualTo("Анна Ким");
            assertThat(p.authorUrl()).isEqualTo("https://vk.com/id456");
            assertThat(network.address(String.valueOf(p.url()))).contains(p.address());
        });
    }

    @Test
    void no_comment_is_lost_over_pages_and_in_long_threads() {
        long post = vk.post("Спрашивайте").id;
        IntStream.range(0, 230).forEach(i -> vk.comment(post, "к" + i));
        long top = vk.comment(post, "Спор").id;
        IntStream.range(0, 240).forEach(i -> vk.reply(top, "о" + i));
        hear(StandInStage.WALL, 1000);
        assertThat(posts).hasSize(1 + 230 + 1 + 240).doesNotHaveDuplicates();
        vk.reply(top, "Последнее слово");
        hear(StandInStage.WALL, 1000);
        assertThat(texts()).containsExactly("Последнее слово");
    }

    @Test
    void a_big_backlog_comes_in_slices_and_each_post_once() {
        for (int p = 0; p < 130; p++) {
            long post = vk.post("запись " + p).id;
            IntStream.range(0, p % 7).forEach(i -> vk.comment(post, "комментарий " + i));
        }
        long hot = vk.post("Горячее").id;
        IntStream.range(0, 350).forEach(i -> vk.comment(hot, "ещё " + i));
        hear(StandInStage.WALL, 50);
        assertThat(posts).hasSize(vk.items.size());
        assertThat(posts).extracting(Post::address).doesNotHaveDuplicates();
        assertThat(turns).isGreaterThan(vk.items.size() / 60);
    }

    @Test
    void a_slice_is_about_as_large_as_wanted() {
        long post = vk.post("Горячее").id;
        IntStream.range(0, 300).forEach(i -> vk.comment(post, "ещё " + i));
        Heard heard = turn(StandInStage.WALL, 20, Instant.EPOCH);
        assertThat(heard.posts()).hasSize(20);
        assertThat(heard.more()).isTrue();
    }

    @Test
    void an_edit_below_any_recent_post_is_noticed_within_a_few_turns() {
        var below = new ArrayList<Long>();
        for (int p = 0; p < 20; p++) {
            below.add(vk.comment(vk.post("запись").id, "было").id);
        }
        hear(StandInStage.WALL, 100);
        vk.change(below.get(4), "стало");
        vk.delete(below.get(5));
        vk.comment(vk.item(below.get(5)).thread, "взамен, так что число то же");
        posts.clear();
        gone.clear();
        for (int i = 0; i < 8; i++) {
            turn(StandInStage.WALL, 100, Instant.EPOCH);
        }
        assertThat(texts()).containsExactlyInAnyOrder("стало", "взамен, так что число то же");
        assertThat(gone).containsExactly(StandInVk.address(vk.item(below.get(5))));
    }

    @Test
    void a_comment_deleted_above_its_replies_is_gone_and_they_stay() {
        long top = vk.comment(vk.post("Спрашивайте").id, "Вопрос").id;
        vk.reply(top, "И у меня");
        hear(StandInStage.WALL, 100);
        vk.delete(top);
        hear(StandInStage.WALL, 100);
        assertThat(gone).containsExactly(StandInVk.address(vk.item(top)));
        assertThat(posts).isEmpty();
    }

    @Test
    void a_deleted_post_takes_its_comments_with_it_and_one_that_only_moved_down_does_not() {
        var first = vk.post("Первая");
        var second = vk.post("Вторая");
        var below = vk.comment(second.id, "Комментарий");
        hear(StandInStage.WALL, 100);
        IntStream.range(0, 99).forEach(i -> vk.post("запись " + i));
        vk.delete(second.id);
        hear(StandInStage.WALL, 200);
        assertThat(gone).containsExactly(StandInVk.address(second), StandInVk.address(below));
        vk.post("и первая уходит со страницы");
        hear(StandInStage.WALL, 200);
        assertThat(gone).isEmpty();
        assertThat(vk.item(first.id).deleted).isFalse();
    }

    @Test
    void what_is_older_than_wanted_is_not_heard() {
        vk.post("Старое");
        vk.post("Старое");
        var young = vk.post("Новое");
        turn(StandInStage.WALL, 100, Instant.ofEpochSecond(young.date));
        assertThat(texts())
                .doesNotContain("Старое, которого нет")
                .contains("Новое")
                .hasSize(posts.size());
        assertThat(posts).allSatisfy(p -> assertThat(p.postedAt()).isAfterOrEqualTo(Instant.ofEpochSecond(young.date)));
    }

    @Test
    void the_cursor_stays_small_whatever_is_said() {
        for (int p = 0; p < 30; p++) {
            long post = vk.post("запись").id;
            IntStream.range(0, 150).forEach(i -> vk.comment(post, "комментарий " + i));
        }
        hear(StandInStage.WALL, 1000);
        assertThat(posts).hasSize(30 * 151);
        assertThat(cursor.length()).isLessThan(60_000);
        hear(StandInStage.WALL, 1000);
        assertThat(posts).isEmpty();
    }

    @Test
    void a_foreign_cursor_begins_anew() {
        vk.post("Запись");
        for (String c : List.of("17", "{", "[]", "{\"v\":1,\"t\":[[\"x\",2,3,4,5,6,7,\"zz:!\"]]}", "мусор")) {
            cursor = c;
            posts.clear();
            turn(StandInStage.WALL, 10, Instant.EPOCH);
            assertThat(texts()).as(c).containsExactly("Запись");
        }
    }

    @Test
    void a_board_is_heard_in_slices_too() {
        for (int t = 0; t < 12; t++) {
            long topic = vk.topic("тема " + t).id;
            IntStream.range(0, 30).forEach(i -> vk.comment(topic, "сообщение " + i));
        }
        hear(StandInStage.BOARD, 40);
        assertThat(posts).hasSize(12 * 31).extracting(Post::address).doesNotHaveDuplicates();
        assertThat(posts.get(0).url()).matches("https://vk\\.com/topic-123_\\d+\\?post=\\d+");
    }

    @Test
    void a_search_is_heard_in_slices_and_then_only_what_is_new() {
        IntStream.range(0, 450).forEach(i -> vk.post("яма " + i));
        vk.post("фонарь");
        hear(SEARCH, 100);
        assertThat(posts).hasSize(450).extracting(Post::address).doesNotHaveDuplicates();
        var late = vk.post("ещё яма");
        vk.change(late.id - 5, "яма, и глубокая");
        hear(SEARCH, 100);
        assertThat(texts()).containsExactly("яма, и глубокая", "ещё яма");
    }

    @Test
    void hostile_answers_are_nonsense_and_nothing_else() {
        long post = vk.post("Запись").id;
        vk.comment(post, "Комментарий");
        for (String lie : List.of(
                "[]",
                "null",
                "{}",
                "{\"response\":null}",
                "{\"response\":5}",
                "{\"response\":{}}",
                "{\"response\":{\"items\":{}}}",
                "{\"response\":{\"items\":[7]}}",
                "{\"response\":{\"items\":[{\"id\":\"7\"}]}}",
                "{\"response\":{\"items\":[{\"id\":99999999999999999999999999}]}}",
                "{\"response\":{\"items\":[{\"id\":1,\"owner_id\":-123,\"from_id\":1,\"date\":-5,\"text\":\"\"}]}}",
                "{\"response\":{\"items\":[{\"id\":1,\"owner_id\":-123,\"from_id\":1,\"date\":1,\"text\":{}}]}}",
                "{\"response\":{\"items\":[{\"id\":1,\"from_id\":1,\"date\":1,\"text\":\"\","
                        + "\"parents_stack\":\"x\",\"owner_id\":-123,\"attachments\":[1]}]}}",
                "{\"error\":\"no\"}",
                "{\"error\":{\"error_code\":\"x\"}}",
                "[".repeat(5000))) {
            for (String method : List.of("wall.get", "wall.getComments")) {
                vk.lies.put(method, lie);
                cursor = "";
                assertThatThrownBy(() -> turn(StandInStage.WALL, 10, Instant.EPOCH))
                        .as(method + " " + lie.substring(0, Math.min(80, lie.length())))
                        .isInstanceOfSatisfying(
                                NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(NetworkFault.Kind.NONSENSE));
                vk.lies.clear();
            }
        }
    }

    @Test
    void a_community_token_alone_cannot_read_and_that_is_said() {
        vk.post("Запись");
        var access = new ru.otklik.networks.Access(
                "123", java.util.Map.of(ru.otklik.networks.Access.TOKEN, StandInVk.COMMUNITY));
        assertThatThrownBy(() -> network.listen(new Lane(List.of(StandInStage.WALL), "", access, Instant.EPOCH, 10)))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(NetworkFault.Kind.NO_RIGHT));
    }
}
