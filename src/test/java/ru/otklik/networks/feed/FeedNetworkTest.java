package ru.otklik.networks.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Heard;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.Post;
import ru.otklik.networks.Standing;
import ru.otklik.networks.feed.FeedStandIn.Page;
import ru.otklik.networks.http.PublicWeb;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedNetworkTest {

    private final FeedAtStandIn at = new FeedAtStandIn(true);

    @AfterEach
    void close() {
        at.close();
    }

    private void put(String xml) {
        at.site.pages.put("/f", Page.of("application/xml", xml));
    }

    private void assertFault(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(NetworkFault.class, f -> {
            assertThat(f.kind()).isEqualTo(kind);
            assertThat(f.sentence()).matches("[А-ЯЁ].*\\.");
        });
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Новости</title>" + items + "</channel></rss>";
    }

    @Test
    void an_unchanged_feed_is_not_sent_again() {
        at.site.write("Яма");
        Heard heard = at.listen("/feed.xml", "", 100);
        Heard again = at.listen("/feed.xml", heard.cursor(), 100);
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.cursor()).isEqualTo(heard.cursor());
        assertThat(at.site.whole).isEqualTo(1);
    }

    @Test
    void ten_thousand_items_come_in_portions_the_newest_thousand_once() {
        var items = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            items.append("<item><guid>g")
                    .append(i)
                    .append("</guid><description>Яма ")
                    .append(i)
                    .append("</description></item>");
        }
        put(rss(items.toString()));
        var ids = new HashSet<String>();
        String cursor = "";
        int hearings = 0;
        boolean more = true;
        while (more) {
            Heard heard = at.listen("/f", cursor, 300);
            assertThat(heard.posts()).hasSizeLessThanOrEqualTo(300);
            heard.posts()
                    .forEach(p -> assertThat(ids.add(p.address().message())).isTrue());
            cursor = heard.cursor();
            more = heard.more();
            hearings++;
        }
        assertThat(ids).hasSize(1_000).contains("g0").doesNotContain("g9999");
        assertThat(hearings).isEqualTo(4);
        assertThat(cursor.length()).isLessThan(60_000);
        assertThat(at.listen("/f", cursor, 300).posts()).isEmpty();
    }

    @Test
    void atom_is_heard_with_title_author_and_text_without_markup() {
        put("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Вести</title>
                <entry><id>tag:1</id><title>Яма</title><link href="/news/1"/><updated>2026-11-02T09:00:00+03:00</updated>
                <author><name>Иванов</name></author>
                <content type="html">&lt;p&gt;На улице&lt;br&gt;Мира&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content></entry>
                <entry><id>tag:2</id><title type="text">5 &lt; 6</title><link href="javascript:alert(1)"/>
                <updated>завтра</updated></entry></feed>""");
        Heard heard = at.listen("/f", "", 100);
        assertThat(heard.posts()).hasSize(2);
        Post first = heard.posts().get(0);
        assertThat(first.address()).isEqualTo(new Address(at.site.at("/f"), "tag:1"));
        assertThat(first.text()).isEqualTo("Яма\n\nНа улице\nМира");
        assertThat(first.authorName()).isEqualTo("Иванов");
        assertThat(first.url()).isEqualTo(at.site.at("/news/1"));
        assertThat(first.postedAt()).isEqualTo("2026-11-02T06:00:00Z");
        Post second = heard.posts().get(1);
        assertThat(second.text()).isEqualTo("5 < 6");
        assertThat(second.url()).isNull();
        assertThat(second.postedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-8", "no-such"})
    void what_a_feed_says_of_its_encoding_need_not_be_true(String declared) {
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared)
                + rss("<item><description>Яма на дороге\u000b</description></item>");
        for (String real : new String[] {"windows-1251", "UTF-8"}) {
            at.site.pages.put(
                    "/f", new Page(200, "text/xml; charset=utf-8", xml.getBytes(Charset.forName(real)), Map.of()));
            assertThat(at.listen("/f", "", 100).posts())
                    .as("%s declared, %s sent", declared, real)
                    .singleElement()
                    .satisfies(p -> assertThat(p.text()).isEqualTo("Яма на дороге"));
        }
    }

    @Test
    void hostile_xml_is_nonsense_and_nothing_of_it_is_fetched() {
        put("<!DOCTYPE rss [<!ENTITY e SYSTEM \"%s\">]>".formatted(at.site.at("/secret"))
                + rss("<item><description>&e;</description></item>"));
        at.site.pages.put("/secret", Page.of("text/plain", "тайна"));
        assertFault(Kind.NONSENSE, () -> at.listen("/f", "", 100));
        put("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                + rss("<item><description>&b;</description></item>"));
        assertFault(Kind.NONSENSE, () -> at.listen("/f", "", 100));
        put("<rss version=\"2.0\"><channel><item>");
        assertFault(Kind.NONSENSE, () -> at.listen("/f", "", 100));
        put("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><content type=\"xhtml\">"
                + "<div>".repeat(50_000) + "</div>".repeat(50_000) + "</content></entry></feed>");
        assertFault(Kind.NONSENSE, () -> at.listen("/f", "", 100));
        put(rss("<item><description>" + "a".repeat(9 << 20) + "</description></item>"));
        assertFault(Kind.NONSENSE, () -> at.listen("/f", "", 100));
    }

    @Test
    void a_page_that_names_its_feed_leads_to_it() {
        at.site.write("Яма");
        at.site.pages.put(
                "/",
                Page.of(
                        "text/html",
                        "<html><link rel='stylesheet' href='/a.css'><link rel='alternate' type='application/rss+xml' href='feed.xml'>"));
        assertThat(at.network.recognise(at.site.at("/"), Access.NONE).place()).isEqualTo(at.place("/feed.xml"));
        at.site.pages.put("/none", Page.of("text/html", "<html>"));
        assertFault(Kind.NOT_FOUND, () -> at.network.recognise(at.site.at("/none"), Access.NONE));
        assertFault(Kind.NOT_FOUND, () -> at.network.recognise("file:///etc/passwd", Access.NONE));
    }

    @Test
    void redirects_are_followed_but_not_for_ever_and_only_to_the_web() {
        at.site.write("Яма");
        at.site.pages.put("/1", Page.moved("/2"));
        at.site.pages.put("/2", Page.moved(at.site.at("/feed.xml")));
        assertThat(at.listen("/1", "", 100).posts()).hasSize(1);
        at.site.pages.put("/loop", Page.moved("/loop"));
        assertFault(Kind.NONSENSE, () -> at.listen("/loop", "", 100));
        at.site.pages.put("/file", Page.moved("file:///etc/passwd"));
        assertFault(Kind.REFUSED, () -> at.listen("/file", "", 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/f",
                "http://127.1/f",
                "http://2130706433/f",
                "http://10.0.0.1/f",
                "http://172.20.1.1/f",
                "http://192.168.1.1/f",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/f",
                "http://0.0.0.0/f"
            })
    void the_inner_network_is_closed_unless_it_is_allowed(String link) {
        try (var closed = new FeedAtStandIn(false)) {
            assertThatThrownBy(() -> closed.network.recognise(link, Access.NONE))
                    .isInstanceOfSatisfying(
                            NetworkFault.class, f -> assertThat(f.kind()).isIn(Kind.NO_RIGHT, Kind.NOT_FOUND));
            assertFault(Kind.NO_RIGHT, () -> closed.listen("/feed.xml", "", 100));
            assertThat(closed.site.whole).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0::1"
            })
    void so_is_its_part_that_speaks_ipv6(String address) throws Exception {
        assertThat(PublicWeb.isPublic(java.net.InetAddress.getByName(address))).isFalse();
        assertThat(PublicWeb.isPublic(java.net.InetAddress.getByName("2a02:6b8::2:242")))
                .isTrue();
        assertThat(PublicWeb.isPublic(java.net.InetAddress.getByName("77.88.55.242")))
                .isTrue();
    }

    @Test
    void an_answer_by_hand_is_looked_at_by_its_link() {
        at.site.pages.put("/answer", Page.of("text/html", "<html><h1>Ответ</h1><p>Яму \n заделаем&nbsp;завтра</p>"));
        var post = new Address(at.site.at("/feed.xml"), at.site.write("Яма"));
        assertThat(at.network.standing(post, at.site.at("/answer"), Access.NONE).text())
                .contains("Яму заделаем");
        assertThat(at.network.standing(post, at.site.at("/no"), Access.NONE)).isEqualTo(Standing.GONE);
        assertThat(at.network.standing(post, "javascript:alert(1)", Access.NONE))
                .isEqualTo(Standing.CANNOT_SAY);
    }

    @Test
    void an_item_that_only_left_the_feed_is_not_called_gone() {
        at.site.write("Яма");
        at.site.pages.put("/old", Page.of("text/html", "<html>Давняя яма"));
        var left = new Address(at.site.at("/feed.xml"), at.site.at("/old"));
        assertFault(Kind.REFUSED, () -> at.network.look(left, Access.NONE));
    }

    @Test
    void a_cyrillic_link_has_one_id() {
        assertThat(Where.of("https://ставрополье.рф/новости?а=б#низ"))
                .contains(
                        java.net.URI.create(
                                "https://xn--80aejxoagggk1j.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?%D0%B0=%D0%B1"));
        assertThat(Where.of("https://user:pass@example.com/")).isEmpty();
        assertThat(Where.of("https://example.com/a b")).isEmpty();
    }
}
