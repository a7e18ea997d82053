package ru.otklik.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Command;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Incident;
import ru.otklik.desk.pictures.Album;
import ru.otklik.desk.pictures.Bringing;
import ru.otklik.kernel.Outcome;
import ru.otklik.regulation.Importance;

/** The command that a form means. */
@Component
class Gestures {

    private final Titles titles;
    private final Places places;
    private final Bringing bringing;

    Gestures(Titles titles, Places places, Bringing bringing) {
        this.titles = titles;
        this.places = places;
        this.bringing = bringing;
    }

    /** The pictures that were chosen, with those that came in the same form. */
    Album album(Typed t, Incident incident, Actor by, List<MultipartFile> files) {
        return bringing.bring(incident, by, t.texts("picture"), files);
    }

    Outcome<? extends Command> command(Typed t) {
        return switch (t.action()) {
            case ASSESS -> assessment(t).map(Command.Assess::new);
            case ROUTE ->
                assessment(t)
                        .then(a ->
                                lead(t, lead -> new Command.Route(lead, t.numbers("coExecutors"), t.text("note"), a)));
            case RETURN -> done(new Command.Return(t.text("reason")));
            case REROUTE -> lead(t, lead -> new Command.Reroute(lead, t.numbers("coExecutors"), t.text("reason")));
            case ASK_CO_EXECUTOR -> authority(t, id -> new Command.AskCoExecutor(id, t.text("question")));
            case RELEASE_CO_EXECUTOR -> authority(t, id -> new Command.ReleaseCoExecutor(id, t.text("reason")));
            case SEND_CONTRIBUTION ->
                done(new Command.SendContribution(!t.text("nothing").isEmpty(), t.text("text")));
            case SEND_BACK_CONTRIBUTION -> authority(t, id -> new Command.SendBackContribution(id, t.text("remark")));
            case ACCEPT_CONTRIBUTION -> authority(t, Command.AcceptContribution::new);
            case LINK_REPEAT ->
                t.number("of")
                        .map(of -> done(new Command.LinkRepeat(of)))
                        .orElseGet(() -> Outcome.refused("no-number", "Укажите номер инцидента цифрами."));
            case JOIN_EVENT ->
                t.number("event")
                        .map(event -> done(new Command.Gather((long) event)))
                        .orElseGet(() -> Outcome.refused("no-number", "Укажите номер события цифрами."));
            case LEAVE_EVENT -> done(new Command.Gather(null));
            case MARK_TEST -> done(new Command.MarkTest(Boolean.parseBoolean(t.text("test"))));
            default -> answer(t);
        };
    }

    private Outcome<? extends Command> answer(Typed t) {
        int draft = t.number("draft").orElse(0);
        return switch (t.action()) {
            case SAVE_DRAFT ->
                t.choice("kind", DraftKind.values())
                        .map(kind -> done(new Command.SaveDraft(kind, t.text("text"), t.texts("picture"))))
                        .orElseGet(() ->
                                Outcome.refused("no-kind", "Выберите, промежуточный это ответ или окончательный."));
            case SUBMIT -> done(new Command.Submit(draft, !t.text("accurate").isEmpty()));
            case REMARK -> done(new Command.Remark(draft, t.text("remarks")));
            case APPROVE -> done(new Command.Approve(draft));
            case PUBLISH -> done(new Command.Publish());
            case RECORD_PUBLICATION ->
                done(new Command.RecordPublication(
                        t.text("url").strip(), null, !t.text("vouched").isEmpty()));
            case ACCEPT_HAND_ANSWER -> done(new Command.AcceptHandAnswer());
            case CORRECT -> done(new Command.Correct(t.text("reason")));
            case DROP_CORRECTION -> done(new Command.DropCorrection(t.text("reason")));
            case EXCLUDE ->
                t.choice("ground", Ground.values())
                        .map(ground -> done(new Command.Exclude(ground, t.text("note"))))
                        .orElseGet(() -> Outcome.refused("no-ground", "Выберите основание исключения."));
            case CONFIRM_EXCLUSION -> done(new Command.ConfirmExclusion(t.text("note")));
            case RESTORE -> done(new Command.Restore(t.text("reason")));
            default -> Outcome.refused("not-by-hand", "Это действие программа выполняет сама.");
        };
    }

    private Outcome<Assessment> assessment(Typed t) {
        String topic = t.text("topic");
        if (topic.isEmpty() || titles.rubric().find(topic).isEmpty()) {
            return Outcome.refused("no-topic", "Выберите тематику сообщения.");
        }
        return places.code(t.text("place"))
                .then(place -> t.choice("importance", Importance.values())
                        .map(i -> Outcome.done(new Assessment(topic, place.orElse(null), i, true)))
                        .orElseGet(() -> Outcome.refused("no-importance", "Выберите категорию важности.")));
    }

    private static Outcome<Command> lead(Typed t, Function<Integer, Command> command) {
        return chosen(t.number("lead"), command, "Выберите основного исполнителя.");
    }

    private static Outcome<Command> authority(Typed t, Function<Integer, Command> command) {
        return chosen(t.number("authority"), command, "Выберите орган власти.");
    }

    private static Outcome<Command> chosen(Optional<Integer> id, Function<Integer, Command> command, String sentence) {
        return id.map(i -> Outcome.done(command.apply(i))).orElseGet(() -> Outcome.refused("no-authority", sentence));
    }

    private static Outcome<Command> done(Command command) {
        return Outcome.done(command);
    }
}
