package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkLinksTest {

    @Test
    void a_picture_is_its_largest_size_and_what_is_wrong_with_one_costs_nothing_else() {
        var item = JsonMapper.shared().readTree("""
                {"attachments": [
                  {"type": "photo", "photo": {"owner_id": -1, "id": 5, "sizes": [
                    {"type": "s", "width": 75, "height": 50, "url": "https://sun9.userapi.com/small.jpg"},
                    {"type": "w", "width": 2560, "height": 1700, "url": "https://sun9.userapi.com/large.jpg"},
                    {"type": "m", "width": 130, "height": 87, "url": "https://sun9.userapi.com/middle.jpg"}]}},
                  {"type": "photo", "photo": {"owner_id": -1, "id": 6, "sizes": [{"width": "?", "url": "file:///etc"}]}},
                  {"type": "link", "link": {"url": "https://example.org/page"}}]}""");
        assertThat(VkLinks.of(item))
                .containsExactly("https://vk.com/photo-1_5", "https://vk.com/photo-1_6", "https://example.org/page");
        assertThat(VkLinks.pictures(item))
                .hasSize(1)
                .containsEntry("https://vk.com/photo-1_5", "https://sun9.userapi.com/large.jpg");
    }
}
