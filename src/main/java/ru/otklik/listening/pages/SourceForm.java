package ru.otklik.listening.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import ru.otklik.listening.Sources;
import ru.otklik.networks.Found;

/** What is typed about a source; what is refused stays as it was typed. */
public record SourceForm(
        String network,
        String link,
        String account,
        String every,
        String most,
        String since,
        String about,
        String error) {

    static SourceForm blank(LocalDate weekAgo) {
        return new SourceForm(
                "vk",
                "",
                "",
                Long.toString(Sources.EVERY.toSeconds()),
                Integer.toString(Sources.MOST),
                weekAgo.toString(),
                "",
                "");
    }

    static SourceForm typed(MultiValueMap<String, String> fields, Set<String> territories) {
        return new SourceForm(
                text(fields, "network"),
                text(fields, "link"),
                text(fields, "account"),
                text(fields, "every"),
                text(fields, "most"),
                text(fields, "since"),
                territories.contains(text(fields, "about")) ? text(fields, "about") : "",
                "");
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    SourceForm refused(String why) {
        return new SourceForm(network, link, account, every, most, since, about, why);
    }

    @Nullable
    Integer accountNumber() {
        return number(account).orElse(null);
    }

    /** Empty: what is typed is no number or no date. */
    Optional<Sources.Draft> draft(Found found, ZoneId zone) {
        Optional<Instant> from = day().map(d -> d.atStartOfDay(zone).toInstant());
        return number(every)
                .flatMap(seconds -> number(most)
                        .flatMap(portion -> from.map(f -> new Sources.Draft(
                                found, accountNumber(), Duration.ofSeconds(seconds), portion, f, territory()))));
    }

    @Nullable
    String territory() {
        return about.isEmpty() ? null : about;
    }

    private Optional<LocalDate> day() {
        return since.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)")
                ? Optional.of(LocalDate.parse(since))
                : since.matches("\\d{4}-(0[1-9]|1[0-2])-3[01]") ? lastDays() : Optional.empty();
    }

    private Optional<LocalDate> lastDays() {
        LocalDate first = LocalDate.parse(since.substring(0, 8) + "01");
        int day = Integer.parseInt(since.substring(8));
        return day <= first.lengthOfMonth() ? Optional.of(first.withDayOfMonth(day)) : Optional.empty();
    }

    static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
