package ru.otklik.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.database.OtklikTest;
import ru.otklik.directory.MovableClock;
import ru.otklik.networks.Access;
import ru.otklik.networks.Endpoints;
import ru.otklik.networks.OneVoice;
import ru.otklik.networks.SilentNetwork;
import ru.otklik.pictures.Attachments.Attachment;
import ru.otklik.pictures.Attachments.State;

@OtklikTest(properties = {"otklik.demo=true", "otklik.networks.answer=2s"})
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FetchingTest {

    /** The network's own server, where the test says what a link gives. */
    static class Album extends SilentNetwork implements Endpoints {
        final HttpServer server = server();
        final HttpServer inside = server();
        final AtomicInteger insideCalls = new AtomicInteger();
        volatile Answer answer = exchange -> {};

        interface Answer {
            void to(HttpExchange exchange) throws IOException;
        }

        Album() {
            server.createContext("/", exchange -> {
                try (exchange) {
                    answer.to(exchange);
                }
            });
            inside.createContext("/", exchange -> {
                insideCalls.incrementAndGet();
                give(exchange, 200, Files.image("png", 10, 10));
                exchange.close();
            });
        }

        private static HttpServer server() {
            try {
                var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
                server.setExecutor(Executors.newCachedThreadPool(r -> {
                    var thread = new Thread(r);
                    thread.setDaemon(true);
                    return thread;
                }));
                server.start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void give(HttpExchange exchange, int status, byte[] body) throws IOException {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }

        @Override
        public String key() {
            return "album";
        }

        @Override
        public Optional<URI> file(String name, Access access) {
            return name.equals("known") ? Optional.of(of("album").resolve("/secret-token/1.jpg")) : Optional.empty();
        }

        @Override
        public URI of(String network) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        String inside() {
            return "http://127.0.0.1:" + inside.getAddress().getPort() + "/admin";
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        @Primary
        Album album() {
            return new Album();
        }

        @Bean
        @Primary
        MovableClock movable() {
            return new MovableClock();
        }

        @Bean
        @Primary
        OneVoice voice() {
            return new OneVoice() {
                @Override
                public List<Voice> list(String network) {
                    return List.of(new Voice(1, "Правительство"));
                }
            };
        }
    }

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final byte[] PHOTO = Files.photo(60, 40, 6);

    @Autowired
    Fetching fetching;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentRows rows;

    @Autowired
    Pictures pictures;

    @Autowired
    Incidents incidents;

    @Autowired
    Album album;

    @Autowired
    MovableClock clock;

    final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void a_site_that_works() {
        album.insideCalls.set(0);
        album.answer = exchange -> Album.give(exchange, 200, PHOTO);
    }

    @AfterEach
    void nobody_waits() {
        end.countDown();
    }

    @Test
    void the_text_waits_for_no_picture_and_the_picture_comes_cleaned() {
        album.answer = exchange -> Album.give(exchange, 503, new byte[0]);
        long id = aMessage();
        assertThat(incidents.find(id)).as("before anything is fetched").isPresent();
        assertThat(only(id).state()).isEqualTo(State.WAITING);
        album.answer = exchange -> Album.give(exchange, 200, PHOTO);
        fetchDue();
        assertThat(only(id).state()).isEqualTo(State.HERE);
        var kept = pictures.find(id, String.valueOf(only(id).hash())).orElseThrow();
        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET", "Exif");
        assertThat(pictures.find(aMessage(), String.valueOf(only(id).hash())))
                .as("of another incident")
                .isEmpty();
    }

    @Test
    void what_a_network_calls_by_a_name_is_got_with_its_account_and_the_address_is_kept_nowhere() {
        long id = aMessage("https://t.me/c/1/2", "known");
        fetchDue();
        assertThat(only(id).state()).isEqualTo(State.HERE);
        assertThat(only(id).toString()).doesNotContain("secret-token");
        long strange = aMessage("https://t.me/c/1/3", "strange");
        fetchDue();
        assertThat(only(strange).state()).isEqualTo(State.LOST);
    }

    @Test
    void a_site_in_trouble_is_asked_again_and_then_given_up_with_its_reason() {
        album.answer = exchange -> Album.give(exchange, 502, new byte[0]);
        long id = aMessage();
        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))) {
            fetchDue();
            assertThat(only(id).state()).isEqualTo(State.WAITING);
            assertThat(only(id).error()).isEqualTo("Сайт не отдаёт файл (код 502).");
            assertThat(only(id).nextTryAt()).isEqualTo(clock.instant().plus(pause));
            clock.move(pause);
        }
        fetchDue();
        assertThat(only(id).state()).isEqualTo(State.LOST);
        assertThat(only(id).error()).isEqualTo("Сайт не отдаёт файл (код 502). Попыток: 4.");
    }

    @Test
    void a_site_that_is_slow_or_cuts_off_is_asked_again() {
        album.answer = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        long slow = aMessage();
        fetchDue();
        assertThat(only(slow).error()).contains("не ответила");
        album.answer = exchange -> {
            exchange.sendResponseHeaders(200, PHOTO.length);
            exchange.getResponseBody().write(PHOTO, 0, PHOTO.length / 2);
            exchange.getResponseBody().flush();
        };
        long cut = aMessage();
        fetchDue();
        assertThat(only(cut).state()).isEqualTo(State.WAITING);
        assertThat(only(cut).error()).contains("прервалась");
        album.answer = exchange -> Album.give(exchange, 200, PHOTO);
        clock.move(Duration.ofMinutes(1));
        fetchDue();
        assertThat(List.of(only(slow).state(), only(cut).state())).containsOnly(State.HERE);
    }

    @Test
    void what_is_not_there_or_no_picture_or_too_large_is_given_up_at_once() {
        album.answer = exchange -> Album.give(exchange, 404, new byte[0]);
        assertThat(lost()).isEqualTo("По ссылке ничего нет (код 404).");
        album.answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
            Album.give(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
        };
        assertThat(lost()).isEqualTo("По ссылке не картинка (JPEG, PNG или GIF).");
        album.answer = exchange -> Album.give(exchange, 200, new byte[9 << 20]);
        assertThat(lost()).contains("слишком велик");
        album.answer = exchange -> Album.give(exchange, 200, Files.bomb(30_000, 30_000));
        assertThat(lost()).contains("слишком велика: 30000");
        album.answer = exchange -> Album.give(exchange, 200, java.util.Arrays.copyOf(PHOTO, 700));
        assertThat(lost()).contains("испорчен");
    }

    @Test
    void nobody_is_led_into_the_inner_network_by_a_link_or_a_redirect() {
        album.answer = exchange -> {
            exchange.getResponseHeaders().set("Location", album.inside());
            Album.give(exchange, 302, new byte[0]);
        };
        assertThat(lost()).contains("во внутреннюю сеть");
        long straight = aMessage(album.inside(), album.inside());
        fetchDue();
        assertThat(only(straight).error()).contains("во внутреннюю сеть");
        assertThat(album.insideCalls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/1.jpg",
                "http://[::1]/1.jpg",
                "http://127.1/1.jpg",
                "http://2130706433/1.jpg",
                "http://169.254.169.254/latest",
                "http://10.0.0.1/1.jpg",
                "http://user@10.0.0.1/1.jpg",
                "file:///etc/passwd",
                "ftp://example.org/1.jpg"
            })
    void only_the_public_web_is_gone_to(String target) {
        album.answer = exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            Album.give(exchange, 302, new byte[0]);
        };
        assertThat(lost()).containsAnyOf("во внутреннюю сеть", "не на веб-адрес");
    }

    @Test
    void endless_redirects_end() {
        album.answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/again");
            Album.give(exchange, 302, new byte[0]);
        };
        assertThat(lost()).contains("перенаправляет слишком много раз");
    }

    @Test
    void one_whose_fetcher_died_is_taken_anew_and_not_for_ever() {
        long id = aMessage();
        for (int died = 0; died < 4; died++) {
            assertThat(rows.claim(clock.instant(), clock.instant().plus(Duration.ofMinutes(5))))
                    .isPresent();
            assertThat(fetching.turn()).as("it is taken already").isFalse();
            clock.move(Duration.ofMinutes(5));
        }
        fetchDue();
        assertThat(only(id).state()).isEqualTo(State.LOST);
        assertThat(only(id).error()).contains("не удаётся прочитать");
    }

    private String lost() {
        long id = aMessage();
        fetchDue();
        assertThat(only(id).state()).isEqualTo(State.LOST);
        return String.valueOf(only(id).error());
    }

    private void fetchDue() {
        while (fetching.turn()) {
            // until nothing is due
        }
    }

    private Attachment only(long id) {
        assertThat(attachments.list(id)).hasSize(1);
        return attachments.list(id).get(0);
    }

    private long aMessage() {
        String link =
                album.of("album").resolve("/" + NEXT.incrementAndGet() + ".jpg").toString();
        return aMessage(link, link);
    }

    private long aMessage(String link, String source) {
        var message = new NewMessage(
                "album",
                "",
                "m" + NEXT.incrementAndGet(),
                null,
                null,
                null,
                null,
                "Яма",
                null,
                List.of(link),
                java.util.Map.of(link, source),
                null);
        return incidents.receive(message, Assessment.NONE, null).incident();
    }
}
