package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import ru.otklik.networks.Address;
import ru.otklik.networks.Answer;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Place;

/** Nothing is sent and nothing is read that the documentation of VK does not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkSchemaTest {

    private static final Pattern READ = Pattern.compile(
            "(?:VkJson\\.(?:find|list|number|id|numbers|text|flag|time)|\\bin)\\(\\s*[^;\"]*?,\\s*\"(\\w+)\"");

    @Test
    void every_parameter_that_is_sent_is_documented() {
        try (var vk = new StandInVk()) {
            everything(vk);
            var schema = VkSchema.methods();
            assertThat(vk.calls).allSatisfy(call -> {
                var names = new TreeSet<>(call.parameters().keySet());
                names.removeAll(List.of("access_token", "v"));
                assertThat(java.util.Objects.requireNonNull(schema.get(call.method()))
                                .parameters())
                        .containsAll(names);
            });
            assertThat(vk.calls.stream().map(StandInVk.Call::method).collect(Collectors.toSet()))
                    .isEqualTo(schema.keySet());
        }
    }

    private static void everything(StandInVk vk) {
        var network = VkOf.at(vk.api());
        var access = StandInStage.EDITOR;
        var post = vk.post("яма");
        var comment = vk.comment(post.id, "Комментарий");
        for (int i = 0; i < 12; i++) {
            vk.reply(comment.id, "Ответ " + i);
        }
        var topic = vk.topic("Тема");
        var picture = new Answer.Picture("a.png", "image/png", new byte[] {1});
        for (Place place : List.of(
                StandInStage.WALL,
                StandInStage.BOARD,
                new Place("vk", "search", "яма", "Поиск", "https://vk.com/search?q=яма"))) {
            network.listen(new Lane(List.of(place), "", access, Instant.EPOCH, 100));
        }
        network.recognise("stavkrai", access);
        network.probe(StandInStage.access(StandInVk.EDITOR));
        network.probe(new ru.otklik.networks.Access(
                null, java.util.Map.of(ru.otklik.networks.Access.READING, StandInVk.EDITOR)));
        for (Address to : List.of(
                StandInVk.address(post),
                StandInVk.address(comment),
                new Address("-123_board_" + topic.id, String.valueOf(topic.id + 1)))) {
            var answer = new Answer("Ответ", List.of(picture), "key-" + to.message());
            network.answer(to, answer, access);
            network.find(to, answer, access);
            network.look(to, access);
        }
    }

    @Test
    void every_field_that_is_read_is_documented() throws IOException {
        var known = VkSchema.FIELDS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var read = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/ru/otklik/networks/vk"))) {
            for (Path file : files.toList()) {
                var found = READ.matcher(Files.readString(file));
                while (found.find()) {
                    read.add(found.group(1));
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(30);
        assertThat(known).containsAll(read);
    }
}
