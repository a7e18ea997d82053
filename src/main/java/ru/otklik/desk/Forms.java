package ru.otklik.desk;

import static ru.otklik.desk.IncidentView.Kind.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.CoExecution.Stage;
import ru.otklik.casework.DraftKind;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Ground;
import ru.otklik.casework.Incident;
import ru.otklik.desk.IncidentView.Field;
import ru.otklik.desk.IncidentView.Form;
import ru.otklik.desk.IncidentView.Half;
import ru.otklik.desk.IncidentView.Kind;
import ru.otklik.desk.IncidentView.Option;
import ru.otklik.desk.pictures.Album;
import ru.otklik.detection.Proposal;
import ru.otklik.publication.Ways;

/** A form for each action: what it asks, and what stands in it already. */
@Component
class Forms {

    /** What a person most likely came for stands open. */
    private static final Set<Action> OPEN = EnumSet.of(
            Action.ROUTE,
            Action.SAVE_DRAFT,
            Action.SEND_CONTRIBUTION,
            Action.ACCEPT_CONTRIBUTION,
            Action.APPROVE,
            Action.REMARK,
            Action.PUBLISH,
            Action.RECORD_PUBLICATION,
            Action.CONFIRM_EXCLUSION);

    private static final Map<Proposal.Screen, Ground> GROUNDS = Map.of(
            Proposal.Screen.FLOOD, Ground.ADVERTISING,
            Proposal.Screen.ADVERTISING, Ground.ADVERTISING,
            Proposal.Screen.INSULT, Ground.INSULT,
            Proposal.Screen.OBSCENE, Ground.OBSCENE,
            Proposal.Screen.THREAT, Ground.THREAT,
            Proposal.Screen.THREAT_TO_LIFE, Ground.THREAT);

    /** What surrounds a form. */
    record Scene(
            Incident incident,
            IncidentFile file,
            Actor viewer,
            @Nullable Proposal proposal,
            boolean publicationFailed) {

        /** Why the program would exclude it; not once a person has decided otherwise. */
        private Optional<Ground> ground() {
            boolean decided = incident.head().assessment().confirmed()
                    || file.journal().stream().anyMatch(e -> e.fact().equals(Fact.Restored.class.getSimpleName()));
            return proposal == null || decided || !proposal.screening().excludes()
                    ? Optional.empty()
                    : Optional.ofNullable(GROUNDS.get(proposal.screening().screen()));
        }

        private Action proposed() {
            return ground().isPresent() ? Action.EXCLUDE : Action.ROUTE;
        }

        /** By one key; a threat to a life is read by a person to the end. */
        private boolean confirms(Action action) {
            boolean threat = proposal != null && proposal.screening().screen() == Proposal.Screen.THREAT_TO_LIFE;
            return action == proposed() && !(threat && action == Action.EXCLUDE);
        }
    }

    private final Choices choices;
    private final Notes notes;
    private final RoutingFields routing;
    private final Ways ways;

    Forms(Choices choices, Notes notes, RoutingFields routing, Ways ways) {
        this.choices = choices;
        this.notes = notes;
        this.routing = routing;
        this.ways = ways;
    }

    /** What one most likely came for first. Where one routes, one confirms the assessment by the same fields. */
    List<Form> forms(Set<Action> open, Scene s, @Nullable Typed typed, String error) {
        return Stream.of(Action.values())
                .filter(open::contains)
                .filter(a -> a != Action.ASSESS || !open.contains(Action.ROUTE))
                .map(a -> form(a, s, typed, error))
                .sorted(Comparator.comparing((Form f) -> !f.confirms()).thenComparing(f -> !f.open()))
                .toList();
    }

    /** @param typed null: nothing was sent yet; else its own form shows it with the error beside */
    private Form form(Action action, Scene s, @Nullable Typed typed, String error) {
        boolean half = action == Action.ROUTE;
        boolean same = typed != null && (typed.action() == action || half && typed.action() == Action.ASSESS);
        List<Field> fields = fields(action, s).stream()
                .map(f -> typed != null && same && f.kind() != HIDDEN ? f.withValues(typed.texts(f.name())) : f)
                .toList();
        return new Form(
                Typed.path(action),
                title(action, s),
                same || OPEN.contains(action) || action == s.proposed(),
                fields,
                notes.of(action, s),
                same ? error : "",
                half ? new Half(Typed.path(Action.ASSESS), "Только подтвердить оценку") : null,
                typed == null ? s.confirms(action) : same && half,
                action == Action.SAVE_DRAFT ? album(s, same ? typed : null) : null);
    }

    private @Nullable Album album(Scene s, @Nullable Typed typed) {
        if (!(s.incident() instanceof Incident.InWork at)) {
            return null;
        }
        var rules = ways.pictures(at.head(), at.work().lead());
        List<String> last = s.file().drafts().stream()
                .reduce((a, b) -> b)
                .map(IncidentFile.Draft::pictures)
                .orElse(List.of());
        return new Album(s.file().id(), rules, typed == null ? last : typed.texts("picture"));
    }

    private static String title(Action action, Scene s) {
        if (action == Action.MARK_TEST && s.incident().head().test()) {
            return "Снять отметку «проверочное»";
        }
        if (!s.publicationFailed()) {
            return action.title();
        }
        return switch (action) {
            case PUBLISH -> "Разместить снова";
            case RECORD_PUBLICATION -> "Разместили вручную: указать ссылку";
            default -> action.title();
        };
    }

    private List<Field> fields(Action action, Scene s) {
        return switch (action) {
            case ASSESS -> routing.assessment(s);
            case ROUTE -> {
                var all = new ArrayList<>(routing.assessment(s));
                all.addAll(routing.bodies(s));
                all.add(text("note", "Примечание исполнителю", "", false));
                yield all;
            }
            case REROUTE -> {
                var all = new ArrayList<>(routing.bodies(s));
                all.add(text("reason", "Причина перенаправления", "", true));
                yield all;
            }
            case RETURN -> List.of(text("reason", "Почему это не в вашей компетенции", "", true));
            case ASK_CO_EXECUTOR ->
                List.of(
                        select("authority", "Орган власти", "", choices.leads(s.incident(), List.of())),
                        text("question", "Что нужно сообщить", "", false));
            case RELEASE_CO_EXECUTOR ->
                List.of(parts(s, Stage.ASKED, Stage.SENT, Stage.SENT_BACK), text("reason", "Причина", "", true));
            case SEND_CONTRIBUTION ->
                List.of(
                        text("text", "Информация, или почему дополнить нечего", "", true),
                        tick("nothing", "Дополнить нечего", false));
            case SEND_BACK_CONTRIBUTION -> List.of(parts(s, Stage.SENT), text("remark", "Замечания", "", true));
            case ACCEPT_CONTRIBUTION -> List.of(parts(s, Stage.SENT));
            case LINK_REPEAT -> List.of(line("of", "Номер более раннего инцидента"));
            case JOIN_EVENT -> List.of(line("event", "Номер события"));
            case MARK_TEST ->
                List.of(hidden("test", String.valueOf(!s.incident().head().test())));
            default -> answer(action, s);
        };
    }

    private List<Field> answer(Action action, Scene s) {
        Optional<IncidentFile.Draft> last = s.file().drafts().stream().reduce((a, b) -> b);
        Field draft =
                hidden("draft", last.map(d -> Integer.toString(d.version())).orElse("0"));
        return switch (action) {
            case SAVE_DRAFT ->
                List.of(
                        select(
                                "kind",
                                "Вид ответа",
                                last.map(d -> d.kind().name()).orElse("FINAL"),
                                options(DraftKind.values(), DraftKind::title)),
                        text(
                                "text",
                                "Проект ответа",
                                last.map(IncidentFile.Draft::text).orElse(""),
                                true));
            case SUBMIT ->
                List.of(draft, tick("accurate", "Подтверждаю достоверность и полноту информации (пункт 21)", true));
            case REMARK -> List.of(draft, text("remarks", "Замечания", "", true));
            case APPROVE -> List.of(draft);
            case RECORD_PUBLICATION ->
                List.of(
                        line("url", "Ссылка на размещённый ответ"),
                        tick("vouched", "Ответ на странице сайта проверен мною, если программе его не видно", false));
            case CORRECT -> List.of(text("reason", "Что нужно исправить", "", true));
            case DROP_CORRECTION -> List.of(text("reason", "Почему исправление не нужно", "", true));
            case EXCLUDE ->
                List.of(
                        select(
                                "ground",
                                "Основание",
                                s.ground().map(Ground::name).orElse(""),
                                options(Ground.values(), Ground::title)),
                        text("note", "Примечание", "", false));
            case CONFIRM_EXCLUSION -> List.of(text("note", "Примечание", "", false));
            case RESTORE -> List.of(text("reason", "Почему сообщение возвращается в работу", "", true));
            default -> List.of();
        };
    }

    private Field parts(Scene s, Stage... stages) {
        return select("authority", "Соисполнитель", "", choices.coExecutors(s.incident(), List.of(stages)::contains));
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, java.util.function.Function<E, String> title) {
        return Stream.of(values)
                .map(v -> new Option(v.name(), title.apply(v), ""))
                .toList();
    }

    private static Field select(String name, String label, @Nullable String value, List<Option> options) {
        return new Field(name, label, SELECT, List.of(value == null ? "" : value), options, true);
    }

    private static Field text(String name, String label, String value, boolean required) {
        return new Field(name, label, TEXT, List.of(value), List.of(), required);
    }

    private static Field tick(String name, String label, boolean required) {
        return new Field(name, label, TICK, List.of(), List.of(), required);
    }

    private static Field line(String name, String label) {
        return new Field(name, label, Kind.LINE, List.of(), List.of(), true);
    }

    private static Field hidden(String name, String value) {
        return new Field(name, "", HIDDEN, List.of(value), List.of(), false);
    }
}
