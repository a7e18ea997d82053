package ru.otklik.networks.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.Address;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VkPlacesTest {

    private final StandInVk vk = new StandInVk();
    private final Network network = VkOf.at(vk.api());

    @AfterEach
    void close() {
        vk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://vk.com/club123, wall, -123",
        "http://m.vk.com/public123?from=top, wall, -123",
        "vk.ru/stavkrai, wall, -123",
        "https://www.vk.com/stavkrai?w=wall-123_2, wall, -123",
        "stavkrai, wall, -123",
        "@stavkrai, wall, -123",
        "club123, wall, -123",
        "https://vk.com/wall-123_45?reply=6, wall, -123",
        "https://vk.com/feed?w=wall-123_45, wall, -123",
        "https://vk.com/board123, board, -123",
        "https://vk.com/topic-123_77?post=5, board, -123",
        "https://vk.com/search?q=яма, search, яма",
        "https://vk.com/feed?q=%D1%8F%D0%BC%D0%B0%20%D0%B2&section=search, search, яма в",
    })
    void a_link_leads_to_a_place(String link, String kind, String id) {
        var place = network.recognise(link, StandInStage.SERVICE).place();
        assertThat(place.kind()).isEqualTo(kind);
        assertThat(place.id()).isEqualTo(id);
        assertThat(network.recognise(place.url(), StandInStage.SERVICE).place()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/nothing here",
                "https://example.com/club123",
                "https://vk.com.example.com/club123",
                "https://vk.com/id456",
                "https://vk.com/nobody",
                "https://vk.com/club9999999999999999999",
                "https://vk.com/club77",
                "https://vk.com/search?q=",
                "https://vk.com/%",
                "",
            })
    void what_is_no_place_is_not_found(String link) {
        assertThatThrownBy(() -> network.recognise(link, StandInStage.SERVICE))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(NetworkFault.Kind.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "https://vk.com/wall-123_456, -123_456, 456",
        "https://vk.com/wall-123_456?reply=789, -123_456, 789",
        "https://vk.ru/wall-123_456?reply=789&thread=700, -123_456, 789",
        "https://m.vk.com/wall456_7, 456_7, 7",
        "https://vk.com/stavkrai?w=wall-123_456, -123_456, 456",
        "https://vk.com/feed?w=wall-123_456%3Freply%3D789, -123_456, 789",
        "https://vk.com/topic-123_77?post=5, -123_board_77, 5",
    })
    void a_link_leads_to_a_post(String link, String thread, String message) {
        assertThat(network.address(link)).contains(new Address(thread, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vk.com/club123",
                "https://example.com/wall-123_456",
                "https://vk.com/topic-123_77",
                "wall",
                "https://vk.com/wall-123_99999999999999999999999"
            })
    void other_links_lead_to_none(String link) {
        assertThat(network.address(link)).isEmpty();
    }

    @Test
    void what_is_missing_is_said() {
        var alone = new Access("123", Map.of(Access.TOKEN, StandInVk.COMMUNITY));
        assertThat(network.recognise("club123", alone).missing()).anyMatch(m -> m.contains("Для чтения нужен ключ"));
        var reader = new Access(null, Map.of(Access.READING, StandInVk.SERVICE));
        assertThat(network.recognise("club123", reader).missing())
                .containsExactly("Для ответов нужен ключ сообщества.");
        vk.mayWall = false;
        assertThat(network.recognise("club123", StandInStage.SERVICE).missing())
                .containsExactly("У ключа сообщества нет доступа к стене: выпустите ключ с этим правом.");
        vk.mayWall = true;
        assertThat(network.recognise("club123", StandInStage.SERVICE).missing()).isEmpty();
    }

    @Test
    void whose_token_it_is_is_known() {
        assertThat(network.probe(StandInStage.SERVICE))
                .isEqualTo(new Account("-123", "Край", "https://vk.com/club123", true));
        var user = new Access(null, Map.of(Access.READING, StandInVk.EDITOR));
        assertThat(network.probe(user)).isEqualTo(new Account("456", "Анна Ким", "https://vk.com/id456", false));
        var dead = new Access(null, Map.of(Access.TOKEN, "revoked"));
        assertThatThrownBy(() -> network.probe(dead))
                .isInstanceOfSatisfying(
                        NetworkFault.class, f -> assertThat(f.kind()).isEqualTo(NetworkFault.Kind.TOKEN_DEAD));
    }
}
