package ru.otklik.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** How a term was counted, line by line, in the order of time. Long terms lose their middle, never their ends. */
final class Explanation {

    private static final int MOST_LINES = 12;
    private static final int KEPT_ENDS = 5;
    /** So many whole ordinary days in a row become one line. */
    private static final int FOLDED = 3;

    /** @param days how many worked days the line stands for */
    private record Line(String text, int days, long seconds) {}

    private final WorkingTime time;
    private final List<Line> lines = new ArrayList<>();

    private Explanation(WorkingTime time) {
        this.time = time;
    }

    static List<String> forward(Term term, Instant start, WorkingTime time) {
        var explanation = new Explanation(time);
        long from = start.getEpochSecond();
        long due = term.from(start, time).getEpochSecond();
        List<String> text = new ArrayList<>();
        if (term.unit() == Term.Unit.WORKING_DAYS) {
            explanation.workingDays(time.local(from).toLocalDate(), term.amount());
        } else if (term.unit().working()) {
            long begin = time.timetable()
                    .intervals()
                    .start(time.timetable().intervals().at(from));
            if (begin > from) {
                text.add("начало в нерабочее время, отсчёт с " + explanation.shortMoment(begin));
            }
            explanation.workingTime(from, due);
        } else {
            text.add(term.text() + " подряд, нерабочее время не вычитается");
        }
        text.addAll(explanation.folded());
        text.add("срок истекает: " + TimeText.moment(time.local(due)));
        return text;
    }

    static List<String> backward(Term term, Instant end, WorkingTime time) {
        var explanation = new Explanation(time);
        Instant last = term.before(end, time);
        List<String> text = new ArrayList<>();
        text.add("за " + term.text() + " до " + TimeText.moment(time.local(end.getEpochSecond())));
        if (term.unit().working()) {
            explanation.workingTime(last.getEpochSecond(), end.getEpochSecond());
        } else {
            text.add("подряд, нерабочее время не вычитается");
        }
        text.addAll(explanation.folded());
        text.add("не позднее: " + TimeText.moment(time.local(last.getEpochSecond())));
        return text;
    }

    private void workingTime(long from, long to) {
        List<WorkedDay> days = WorkedDay.list(from, to, time);
        LocalDate next = time.local(from).toLocalDate();
        next = time.timetable().worked(next) ? next.plusDays(1) : next;
        for (int i = 0; i < days.size(); ) {
            WorkedDay day = days.get(i);
            off(next, day.date());
            int same = i + 1;
            while (same < days.size() && day.plain() && days.get(same).follows(days.get(same - 1))) {
                same++;
            }
            if (same - i >= FOLDED) {
                long sum = (same - i) * day.seconds();
                lines.add(new Line(
                        "%s: по %s, всего %s"
                                .formatted(
                                        DaysOff.range(
                                                day.date(), days.get(same - 1).date()),
                                        WorkedDay.amount(day.seconds()),
                                        WorkedDay.amount(sum)),
                        same - i,
                        sum));
                i = same;
            } else {
                lines.add(new Line(day.text(), 1, day.seconds()));
                i++;
            }
            next = days.get(i - 1).date().plusDays(1);
        }
    }

    private void workingDays(LocalDate start, int count) {
        lines.add(new Line(DaysOff.range(start, start) + ": день начала не считается", 0, 0));
        LocalDate next = start.plusDays(1);
        for (int number = 1; number <= count; ) {
            LocalDate first = next;
            while (!time.timetable().worked(first)) {
                first = first.plusDays(1);
            }
            off(next, first);
            LocalDate last = first;
            int from = number++;
            boolean plain = time.calendar().kind(first) == DayKind.WORKDAY;
            while (plain && number <= count && plainWorked(last.plusDays(1))) {
                last = last.plusDays(1);
                number++;
            }
            String which = number - from == 1
                    ? from + "-й рабочий день" + WorkedDay.notes(time.calendar().kind(first), null)
                    : from + "–" + (number - 1) + "-й рабочие дни";
            lines.add(new Line(DaysOff.range(first, last) + ": " + which, number - from, 0));
            next = last.plusDays(1);
        }
    }

    private boolean plainWorked(LocalDate date) {
        return time.timetable().worked(date) && time.calendar().kind(date) == DayKind.WORKDAY;
    }

    private void off(LocalDate first, LocalDate next) {
        if (first.isBefore(next)) {
            lines.add(new Line(DaysOff.line(first, next.minusDays(1), time.calendar()), 0, 0));
        }
    }

    private List<String> folded() {
        List<String> text = new ArrayList<>(lines.stream().map(Line::text).toList());
        if (text.size() > MOST_LINES) {
            List<Line> middle = lines.subList(KEPT_ENDS, lines.size() - KEPT_ENDS);
            int days = middle.stream().mapToInt(Line::days).sum();
            long seconds = middle.stream().mapToLong(Line::seconds).sum();
            String what = days + " " + TimeText.plural(days, "рабочий день", "рабочих дня", "рабочих дней");
            text.subList(KEPT_ENDS, text.size() - KEPT_ENDS).clear();
            text.add(KEPT_ENDS, "… ещё " + what + (seconds == 0 ? "" : ", " + WorkedDay.amount(seconds)) + " …");
        }
        return text;
    }

    private String shortMoment(long epochSecond) {
        LocalDateTime at = time.local(epochSecond);
        return DaysOff.range(at.toLocalDate(), at.toLocalDate()) + " " + TimeText.time(at);
    }
}
