package ru.otklik.desk.repeats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ru.otklik.repeats.Events;

/** How many messages each day brought. */
final class DayGraph {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    /** A graph of more days says nothing. */
    private static final int DAYS = 60;

    private DayGraph() {}

    static Graph of(List<Events.Message> messages, ZoneId zone) {
        TreeMap<LocalDate, Long> told = messages.stream()
                .collect(Collectors.groupingBy(
                        m -> m.at().atZone(zone).toLocalDate(), TreeMap::new, Collectors.counting()));
        var counts = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        var words = new ArrayList<String>();
        if (!told.isEmpty()) {
            LocalDate last = told.lastKey();
            LocalDate early = last.minusDays(DAYS);
            LocalDate first = told.firstKey();
            for (LocalDate day = first.isBefore(early) ? early : first; !day.isAfter(last); day = day.plusDays(1)) {
                int count = told.getOrDefault(day, 0L).intValue();
                counts.add(count);
                names.add(DAY.format(day));
                if (count > 0) {
                    words.add(DAY.format(day) + " — " + count);
                }
            }
        }
        return Graph.of(counts, names, String.join("; ", words), false);
    }
}
