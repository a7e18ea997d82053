package ru.otklik.cli;

import java.time.Instant;
import java.util.List;
import ru.otklik.worktime.Term;
import ru.otklik.worktime.WorkingTime;

/** A term as a person asks for it: {@code 4wh} runs from an instant, {@code -1wh} is counted back from it (clause 12). */
record AskedTerm(Term term, boolean back) {

    static AskedTerm parse(String text) {
        String form = text.strip();
        boolean back = form.startsWith("-");
        return new AskedTerm(Term.parse(back ? form.substring(1) : form), back);
    }

    Instant at(Instant instant, WorkingTime time) {
        return back ? term.before(instant, time) : term.from(instant, time);
    }

    List<String> explain(Instant instant, WorkingTime time) {
        return back ? term.explainBefore(instant, time) : term.explain(instant, time);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return (back ? "-" : "") + term;
    }
}
