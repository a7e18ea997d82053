package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Reply;
import ru.otklik.networks.Standing;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkAnsweringTest {

    private static final Answer.Picture PICTURE = new Answer.Picture(
            "C:\\Users\\Ivanov\\яма.png", "image/png", "не картинка\r\n--x".getBytes(StandardCharsets.UTF_8));

    private final StandInVk vk = new StandInVk();
    private final Network network = VkOf.at(vk.api());

    @AfterEach
    void close() {
        vk.close();
    }

    private Reply answer(Address to, Access access, Answer.Picture... pictures) {
        return network.answer(to, new Answer("Заделаем", List.of(pictures), "key-1"), access);
    }

    private static void refused(Reply reply, NetworkFault.Kind kind) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.fault().kind()).isEqualTo(kind));
    }

    private long written() {
        return vk.calls.stream()
                .filter(c -> c.method().endsWith(".createComment"))
                .count();
    }

    @Test
    void an_answer_to_a_reply_stands_in_its_thread() {
        long top = vk.comment(vk.post("Спрашивайте").id, "Вопрос").id;
        Address reply = StandInVk.address(vk.reply(top, "И у меня"));
        var posted = (Reply.Posted) answer(reply, StandInStage.SERVICE);
        var item = vk.item(Long.parseLong(posted.externalId()));
        assertThat(item.top).isEqualTo(top);
        assertThat(String.valueOf(item.replyTo)).isEqualTo(reply.message());
        assertThat(posted.url()).endsWith("?reply=" + item.id + "&thread=" + top);
        assertThat(posted.at().getEpochSecond()).isEqualTo(item.date);
        assertThat(network.find(reply, Answer.of("Заделаем", "key-1"), StandInStage.SERVICE))
                .contains(posted);
    }

    @Test
    void the_same_words_under_another_post_or_of_another_person_are_not_our_answer() {
        long post = vk.post("Спрашивайте").id;
        Address first = StandInVk.address(vk.comment(post, "Вопрос"));
        Address second = StandInVk.address(vk.comment(post, "Другой вопрос"));
        vk.reply(Long.parseLong(second.message()), "Заделаем");
        answer(first, StandInStage.SERVICE);
        var said = Answer.of("Заделаем", "key-1");
        assertThat(network.find(second, said, StandInStage.SERVICE)).isEmpty();
        assertThat(network.find(new Address("-123_" + post, "" + post), said, StandInStage.SERVICE))
                .isEmpty();
        assertThat(network.find(first, said, StandInStage.SERVICE)).isPresent();
    }

    @Test
    void an_answer_is_found_deep_in_a_long_discussion_with_a_service_token() {
        long post = vk.post("Спрашивайте").id;
        Address to = new Address("-123_" + post, "" + post);
        var posted = (Reply.Posted) answer(to, StandInStage.SERVICE);
        IntStream.range(0, 250).forEach(i -> vk.comment(post, "ещё " + i));
        assertThat(network.find(to, Answer.of("Заделаем", "key-1"), StandInStage.SERVICE))
                .contains(posted);
        assertThat(network.standing(to, posted.externalId(), StandInStage.SERVICE))
                .isEqualTo(Standing.stands("Заделаем"));
        vk.delete(Long.parseLong(posted.externalId()));
        assertThat(network.standing(to, posted.externalId(), StandInStage.SERVICE))
                .isEqualTo(Standing.GONE);
        assertThat(network.standing(to, posted.externalId(), StandInStage.EDITOR))
                .isEqualTo(Standing.GONE);
    }

    @Test
    void without_a_reading_token_nobody_can_say_whether_it_stands() {
        long post = vk.post("Спрашивайте").id;
        var access = new Access("-123", Map.of(Access.TOKEN, StandInVk.COMMUNITY));
        var posted = (Reply.Posted) answer(new Address("-123_" + post, "" + post), access);
        assertThat(network.standing(new Address("-123_" + post, "" + post), posted.externalId(), access))
                .isEqualTo(Standing.CANNOT_SAY);
    }

    @Test
    void what_is_answered_is_looked_at_when_VK_does_not_say_why_it_refuses() {
        long post = vk.post("Спрашивайте").id;
        Address comment = StandInVk.address(vk.comment(post, "Вопрос"));
        vk.delete(Long.parseLong(comment.message()));
        refused(answer(comment, StandInStage.SERVICE), NetworkFault.Kind.POST_GONE);
        vk.delete(post);
        refused(answer(new Address("-123_" + post, "" + post), StandInStage.EDITOR), NetworkFault.Kind.POST_GONE);
        assertThat(written()).isEqualTo(2);
    }

    @Test
    void each_error_of_VK_has_its_meaning() {
        Map.ofEntries(
                        Map.entry(5, NetworkFault.Kind.TOKEN_DEAD),
                        Map.entry(28, NetworkFault.Kind.TOKEN_DEAD),
                        Map.entry(6, NetworkFault.Kind.LIMIT),
                        Map.entry(9, NetworkFault.Kind.LIMIT),
                        Map.entry(29, NetworkFault.Kind.LIMIT),
                        Map.entry(14, NetworkFault.Kind.CAPTCHA),
                        Map.entry(7, NetworkFault.Kind.NO_RIGHT),
                        Map.entry(15, NetworkFault.Kind.NO_RIGHT),
                        Map.entry(203, NetworkFault.Kind.NO_RIGHT),
                        Map.entry(100, NetworkFault.Kind.REFUSED),
                        Map.entry(4711, NetworkFault.Kind.REFUSED),
                        Map.entry(212, NetworkFault.Kind.COMMENTS_CLOSED),
                        Map.entry(213, NetworkFault.Kind.COMMENTS_CLOSED),
                        Map.entry(223, NetworkFault.Kind.COMMENTS_CLOSED))
                .forEach((code, kind) -> {
                    long post = vk.post("Спрашивайте").id;
                    vk.lies.put("wall.createComment", error(code));
                    refused(answer(new Address("-123_" + post, "" + post), StandInStage.SERVICE), kind);
                });
        for (int code : List.of(1, 10)) {
            vk.lies.put("wall.createComment", error(code));
            assertThat(answer(new Address("-123_1", "1"), StandInStage.SERVICE)).isInstanceOf(Reply.Uncertain.class);
        }
        assertThat(VkFault.of(29, "").pause())
                .hasValueSatisfying(p -> assertThat(p).hasHours(1));
        assertThat(VkFault.of(9, "").pause())
                .hasValueSatisfying(p -> assertThat(p).hasMinutes(15));
    }

    private static String error(int code) {
        return "{\"error\":{\"error_code\":%d,\"error_msg\":\"vk1.a.community-token\"}}".formatted(code);
    }

    @Test
    void pictures_are_uploaded_by_an_editor_and_hang_on_the_answer() {
        long post = vk.post("Спрашивайте").id;
        Address to = new Address("-123_" + post, "" + post);
        var posted = (Reply.Posted) answer(to, StandInStage.EDITOR, PICTURE, PICTURE);
        assertThat(vk.item(Long.parseLong(posted.externalId())).attachments).isEqualTo("photo-123_901,photo-123_902");
        String sent = new String(vk.uploads.get(0), StandardCharsets.UTF_8);
        assertThat(sent)
                .contains(
                        "name=\"photo\"; filename=\"picture.png\"",
                        "Content-Type: image/png\r\n\r\nне картинка\r\n--x\r\n--")
                .doesNotContain("Ivanov");
    }

    @Test
    void pictures_that_VK_does_not_take_are_refused_before_anything_is_posted() {
        long post = vk.post("Спрашивайте").id;
        Address to = new Address("-123_" + post, "" + post);
        refused(answer(to, StandInStage.SERVICE, PICTURE), NetworkFault.Kind.NO_RIGHT);
        var alone = new Access("123", Map.of(Access.TOKEN, StandInVk.COMMUNITY));
        refused(answer(to, alone, PICTURE), NetworkFault.Kind.NO_RIGHT);
        refused(answer(to, StandInStage.EDITOR, PICTURE, PICTURE, PICTURE), NetworkFault.Kind.REFUSED);
        vk.lies.put("photos.getWallUploadServer", "{\"response\":{\"upload_url\":\"http://169.254.169.254/\"}}");
        refused(answer(to, StandInStage.EDITOR, PICTURE), NetworkFault.Kind.NONSENSE);
        assertThat(written()).isZero();
        assertThat(vk.uploads).isEmpty();
    }

    @Test
    void a_topic_is_never_answered_in_the_name_of_a_private_person() {
        Address to = StandInVk.address(vk.comment(vk.topic("Дороги").id, "Вопрос"));
        refused(answer(to, StandInStage.SERVICE), NetworkFault.Kind.NO_RIGHT);
        vk.editorIsAdmin = false;
        refused(answer(to, StandInStage.EDITOR), NetworkFault.Kind.NO_RIGHT);
        assertThat(written()).isZero();
        vk.editorIsAdmin = true;
        assertThat(answer(to, StandInStage.EDITOR)).isInstanceOf(Reply.Posted.class);
    }

    @Test
    void the_same_key_twice_is_one_comment_and_a_write_is_never_repeated() {
        long post = vk.post("Спрашивайте").id;
        Address to = new Address("-123_" + post, "" + post);
        assertThat(answer(to, StandInStage.SERVICE)).isEqualTo(answer(to, StandInStage.SERVICE));
        vk.trouble(ru.otklik.networks.Trouble.BROKEN);
        assertThat(answer(to, StandInStage.SERVICE)).isInstanceOf(Reply.Uncertain.class);
        assertThat(written()).isEqualTo(3);
    }

    @Test
    void a_token_is_in_no_address_and_no_sentence() {
        long post = vk.post("Спрашивайте").id;
        vk.lies.put("wall.createComment", error(100));
        Reply reply = answer(new Address("-123_" + post, "" + post), StandInStage.EDITOR);
        assertThat(reply.toString() + ((Reply.Refused) reply).fault()).doesNotContain("vk1.a");
        assertThat(vk.calls).isNotEmpty().allSatisfy(c -> assertThat(c.query()).isEqualTo("null"));
    }

    @Test
    void a_text_too_long_is_refused_without_asking_VK() {
        refused(
                network.answer(new Address("-123_1", "1"), Answer.of("ы".repeat(16_385), "k"), StandInStage.SERVICE),
                NetworkFault.Kind.REFUSED);
        refused(answer(new Address("чужой", "1"), StandInStage.SERVICE), NetworkFault.Kind.NOT_FOUND);
        assertThat(vk.calls).isEmpty();
    }
}
