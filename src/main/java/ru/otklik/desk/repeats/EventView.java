package ru.otklik.desk.repeats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import ru.otklik.desk.Titles;
import ru.otklik.repeats.CommonAnswer;
import ru.otklik.repeats.Events.Gathered;
import ru.otklik.repeats.Events.Message;
import ru.otklik.repeats.ForEach;

/**
 * The page of one event.
 *
 * @param days how many messages each day brought
 * @param toAnswer so many of its messages wait for a draft of the viewer
 * @param text what stands in the form of the common answer
 * @param outcome what became of the last gesture, message by message; null: there was none
 */
public record EventView(
        Gathered event,
        List<Message> messages,
        Graph days,
        List<CommonLine> answers,
        boolean mayGather,
        int toAnswer,
        String text,
        String error,
        @Nullable ForEach outcome,
        Titles titles,
        CsrfToken csrf) {

    /** What the viewer may do with it now. */
    public record CommonLine(CommonAnswer common, boolean mayApprove, boolean mayRemark, boolean mayPublish) {}

    public String title() {
        return "Событие № " + event.id();
    }
}
