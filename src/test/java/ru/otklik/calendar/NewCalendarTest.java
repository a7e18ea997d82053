package ru.otklik.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.access.ApiTokens;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incidents;
import ru.otklik.casework.NewMessage;
import ru.otklik.directory.MovableClock;
import ru.otklik.directory.People;
import ru.otklik.directory.Visitor;
import ru.otklik.intake.Importing;
import ru.otklik.region.Region;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.regulation.Importance;
import ru.otklik.worktime.OutsideCalendar;

/** A loaded year counts at once, the old terms stay, and before and after the end everybody is told. */
@WithCalendar
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NewCalendarTest {

    private static final Instant SUN_31_OCT_2027 = Instant.parse("2027-10-31T09:00:00Z");
    private static final Instant TUE_11_JAN_2028 = Instant.parse("2028-01-11T09:00:00Z");
    private static final Assessment PLAIN = new Assessment(null, null, Importance.ORDINARY, false);

    @Autowired
    WorkingTimes times;

    @Autowired
    CalendarKeeping keeping;

    @Autowired
    CalendarNotices notices;

    @Autowired
    Incidents incidents;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Importing importing;

    @Autowired
    LoadRows rows;

    @Autowired
    WorkingTimeSettings files;

    @Autowired
    Region region;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void back() {
        clock.move(Duration.between(clock.instant(), MovableClock.FRI_20_NOV_16_30));
        times.loaded()
                .forEach(l -> keeping.takeBack(
                                l.year().year(),
                                times.current().calendar().version(),
                                people.findByLogin("admin").orElseThrow())
                        .get());
    }

    record Stored(Instant due, String calendar) {}

    @Test
    void a_term_that_begins_after_the_load_is_counted_by_it_and_one_before_does_not_move() {
        clock.move(Duration.ofHours(1)); // the centre has half an hour of its hour left on Friday
        long before = receive("до");
        Stored old = latest(before);
        load(Years.YAML_2026);
        long after = receive("после");
        assertThat(latest(before)).isEqualTo(old);
        assertThat(old.due()).isEqualTo("2026-11-23T06:30:00Z");
        assertThat(latest(after).due()).as("Monday 23 November is off now").isEqualTo("2026-11-24T06:30:00Z");
        assertThat(latest(after).calendar())
                .isEqualTo(times.current().calendar().version())
                .isNotEqualTo(old.calendar());
    }

    @Test
    void another_node_takes_the_year_within_a_minute() {
        var nanos = new AtomicLong();
        var other =
                new WorkingTimes(files, rows, region, new WorkingTimes.Home(Path.of("target/other-home")), nanos::get);
        String before = other.current().calendar().version();
        load(Years.YAML_2026);
        assertThat(other.current().calendar().version()).isEqualTo(before);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(other.current().calendar().version())
                .isEqualTo(times.current().calendar().version())
                .isNotEqualTo(before);
        assertThat(other.of(null).calendar()).isSameAs(other.current().calendar());
    }

    @Test
    void what_was_loaded_only_grows() {
        load(Years.YAML_2026);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.sql("update calendar_load set content = null").update());
    }

    @Test
    void everybody_is_warned_sixty_days_before_the_end_and_nobody_sixty_one() {
        var operator = Visitor.signedIn(port, "operator", "otklik-demo");
        moveTo(SUN_31_OCT_2027);
        assertThat(operator.get("/").body()).doesNotContain("Производственный календарь кончается");
        assertThat(notices.lines()).isEmpty();
        clock.move(Duration.ofDays(1));
        assertThat(operator.get("/").body())
                .contains("Производственный календарь кончается 31.12.2027: осталось 60 дней.")
                .doesNotContain("/admin/calendar");
        assertThat(Visitor.signedIn(port, "admin", "otklik-demo")
                        .get("/password")
                        .body())
                .contains("осталось 60 дней", "<a href=\"/admin/calendar\">Загрузить</a>");
        assertThat(new Visitor(port).get("/login").body()).doesNotContain("Производственный");
        assertThat(notices.lines()).singleElement().asString().contains("календарь на 2028 год");
        load(Years.XML_2028);
        assertThat(operator.get("/").body()).doesNotContain("Производственный календарь");
    }

    @Test
    void after_the_end_a_message_is_refused_whole_and_taken_when_the_year_is_loaded(@TempDir Path folder)
            throws Exception {
        var operator = Visitor.signedIn(port, "operator", "otklik-demo");
        moveTo(TUE_11_JAN_2028);
        assertThat(operator.get("/").body()).contains("кончился 31.12.2027", "новые сообщения не принимаются");
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> receive("поздно"))
                .withMessageContaining("загрузить календарь на 2028 год");
        assertThat(count("поздно")).as("nothing is half stored").isZero();
        var typed = operator.submit(
                "/messages/new", "/messages/new", Map.of("link", "https://vk.com/wall-1_777", "text", "Яма поздно"));
        assertThat(typed.statusCode()).isEqualTo(422);
        assertThat(typed.body()).contains("вне производственного календаря", "Яма поздно");
        assertThat(post("поздно")).satisfies(a -> {
            assertThat(a.statusCode()).isEqualTo(503);
            assertThat(a.body()).contains("\"outside-calendar\"", "загрузить календарь на 2028 год");
        });
        Path file = Files.writeString(folder.resolve("messages.csv"), "текст,id\nЯма,поздно\n");
        assertThat(importing.run(file, Map.of(), "test", rows -> {}).<String>fold(done -> "done", no -> no.code()))
                .isEqualTo("outside-calendar");
        assertThat(count("поздно")).isZero();
        load(Years.XML_2028);
        assertThat(latest(receive("поздно")).due()).isAfter(TUE_11_JAN_2028);
        assertThat(count("поздно")).isOne();
    }

    private void load(String text) {
        try {
            keeping.load(
                            YearFile.read(new ByteArrayInputStream(Years.bytes(text)))
                                    .get(),
                            "file",
                            null,
                            null)
                    .get();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String id) throws Exception {
        String token = tokens.create(people.findByLogin("operator").orElseThrow(), "test")
                .token();
        var call = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"network\": \"test\", \"externalId\": \"%s\", \"text\": \"Яма\"}".formatted(id)))
                .build();
        return HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString());
    }

    private void moveTo(Instant then) {
        clock.move(Duration.between(clock.instant(), then));
    }

    private long receive(String id) {
        var message = new NewMessage("test", "1", id, null, null, null, "Яма", null, List.of(), null);
        return incidents.receive(message, PLAIN, null).incident();
    }

    private Stored latest(long incident) {
        return jdbc.sql("select due_at, calendar from obligation where incident_id = :id order by due_at desc limit 1")
                .param("id", incident)
                .query((row, n) -> new Stored(row.getTimestamp("due_at").toInstant(), row.getString("calendar")))
                .single();
    }

    private long count(String id) {
        return jdbc.sql("select count(*) from message where external_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
