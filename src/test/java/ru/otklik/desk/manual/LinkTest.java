package ru.otklik.desk.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://vk.com/wall-1_2,vk",
        "https://VK.ru/wall-1_2?reply=3,vk",
        "http://m.vk.com/wall-1_2,vk",
        "https://ok.ru/group/1/topic/2,ok",
        "https://t.me/stavropol/15,telegram",
        "https://web.max.ru/c/1,max",
        "https://newsvk.com/1,site",
        "https://forum.example.ru/тема/1,site",
        "https://vk.com.example.org/wall,site"
    })
    void the_host_says_the_network(String link, String network) {
        assertThat(Link.of(link).orElseThrow().network()).isEqualTo(network);
    }

    @Test
    void the_same_message_has_one_key_however_its_link_is_written() {
        String key = key("https://vk.com/wall-1_2");
        assertThat(key("http://m.vk.com/wall-1_2")).isEqualTo(key);
        assertThat(key("HTTPS://WWW.VK.RU/wall-1_2/")).isEqualTo(key);
        assertThat(key("https://vk.com/wall-1_3")).isNotEqualTo(key);
        assertThat(key("https://vk.com/" + "a".repeat(1_900))).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vk.com/wall-1_2",
                "javascript:alert(1)",
                "https://",
                "https://localhost/1",
                "https://user@vk.com/1",
                "https://vk.com/a b",
                "ftp://vk.com/1"
            })
    void what_is_no_link_of_the_web_is_refused(String link) {
        assertThat(Link.of(link)).isEmpty();
    }

    private static String key(String link) {
        return Link.of(link).orElseThrow().key();
    }
}
