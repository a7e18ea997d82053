package ru.otklik.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Event;

/** Everything that can happen to an incident, in the order of its journey. The table of contents of the product. */
public sealed interface Fact {

    /** For the page and the journal, in Russian. */
    String title();

    /** What it means to the clocks. */
    default Set<Event> events() {
        return Set.of();
    }

    /** The authority it concerns, where a term belongs to one of several co-executors. */
    default @Nullable Integer coExecutor() {
        return this instanceof OfPart p ? (Integer) p.authority() : null;
    }

    /** Belongs to the part of one co-executor. */
    interface OfPart {
        int authority();
    }

    record Detected(String network, @Nullable String url) implements Fact {
        public String title() {
            return "Сообщение выявлено";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.DETECTED);
        }
    }

    /** The citizen changed the text; what it was before is kept as a revision. */
    record MessageRevised(int revision) implements Fact {
        public String title() {
            return "Автор изменил текст сообщения";
        }
    }

    /** The author, or the network, took the message away; its last text is kept. */
    record MessageGone() implements Fact {
        public String title() {
            return "Сообщение удалено в сети";
        }
    }

    record MessageBack() implements Fact {
        public String title() {
            return "Удалённое сообщение снова стоит в сети";
        }
    }

    record Assessed(Assessment assessment) implements Fact {
        public String title() {
            return "Оценка подтверждена";
        }
    }

    record LinkedAsRepeat(long of) implements Fact {
        public String title() {
            return "Связано как повторное";
        }
    }

    /** One of many messages on the same problem at the same place. */
    record JoinedToEvent(long event) implements Fact {
        public String title() {
            return "Добавлено в событие";
        }
    }

    record TakenOutOfEvent(long event) implements Fact {
        public String title() {
            return "Убрано из события";
        }
    }

    record MarkedTest(boolean test) implements Fact {
        public String title() {
            return test ? "Отмечено как проверочное" : "Отметка «проверочное» снята";
        }
    }

    record Routed(
            int lead, List<Integer> coExecutors, @Nullable String note) implements Fact {
        public String title() {
            return "Направлено в орган власти";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.ROUTED);
        }
    }

    record Returned(int authority, String reason) implements Fact {
        public String title() {
            return "Возвращено в ЦУР: не в компетенции";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.RETURNED);
        }
    }

    /** The centre itself took it back from the lead, to route it elsewhere. */
    record Recalled(int authority, String reason) implements Fact {
        public String title() {
            return "Отозвано ЦУР для перенаправления";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.RETURNED);
        }
    }

    record ContributionAsked(int authority, @Nullable String question) implements Fact, OfPart {
        public String title() {
            return "Запрошена информация соисполнителя";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CONTRIBUTION_ASKED);
        }
    }

    /** @param nothing the co-executor says that it has nothing to add, and {@code text} is why */
    record ContributionSent(int authority, int contribution, boolean nothing, String text) implements Fact, OfPart {
        public String title() {
            return nothing ? "Соисполнителю нечего дополнить" : "Информация соисполнителя направлена";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CONTRIBUTION_SENT);
        }
    }

    record ContributionSentBack(int authority, String remark) implements Fact, OfPart {
        public String title() {
            return "Информация соисполнителя возвращена с замечаниями";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CONTRIBUTION_SENT_BACK);
        }
    }

    record ContributionAccepted(int authority, int contribution) implements Fact, OfPart {
        public String title() {
            return "Информация соисполнителя согласована и передана исполнителю";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CONTRIBUTION_ACCEPTED);
        }
    }

    record CoExecutorReleased(int authority, String reason) implements Fact, OfPart {
        public String title() {
            return "Соисполнитель освобождён";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CONTRIBUTION_DROPPED);
        }
    }

    record DraftSaved(int draft, DraftKind kind, String text, List<String> pictures) implements Fact {
        public String title() {
            return "Сохранён проект ответа";
        }
    }

    /** Who submits confirms accuracy and completeness (clause 21). */
    record Submitted(int draft, DraftKind kind) implements Fact {
        public String title() {
            return "Проект направлен на согласование, достоверность подтверждена";
        }

        @Override
        public Set<Event> events() {
            return Set.of(
                    Event.DRAFT_SUBMITTED, kind == DraftKind.FINAL ? Event.FINAL_SUBMITTED : Event.INTERIM_SUBMITTED);
        }
    }

    record Remarked(int draft, String remarks) implements Fact {
        public String title() {
            return "Проект возвращён на доработку";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.REMARKED);
        }
    }

    /** @param last the last tier: now it may be published */
    record Approved(int draft, int tier, boolean last) implements Fact {
        public String title() {
            return last ? "Проект согласован" : "Проект согласован, уровень " + tier;
        }

        @Override
        public Set<Event> events() {
            return last ? Set.of(Event.APPROVED) : Set.of();
        }
    }

    record PublicationOrdered(int draft) implements Fact {
        public String title() {
            return "Ответ передан на размещение";
        }
    }

    /** Nothing is sent any more: it waits for a person, and for clause 14 it is still not published. */
    record PublicationFailed(int draft, String reason) implements Fact {
        public String title() {
            return "Программе не удалось разместить ответ";
        }
    }

    /**
     * @param url link to the answer in the network
     * @param at the network's own time of it
     */
    record Published(int draft, DraftKind kind, @Nullable String url, Instant at) implements Fact {
        public String title() {
            return kind == DraftKind.FINAL ? "Ответ размещён" : "Промежуточный ответ размещён";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.PUBLISHED, kind == DraftKind.FINAL ? Event.FINAL_PUBLISHED : Event.INTERIM_PUBLISHED);
        }
    }

    /** A look at the network found the answer deleted, or with another text. */
    record PublicationLost(int draft, String what) implements Fact {
        public String title() {
            return "Размещённый ответ изменился в сети";
        }
    }

    /**
     * An official account answered in the network past the approval.
     *
     * @param externalId as the network calls that answer
     * @param at the network's own time of it
     */
    record HandAnswerSeen(String externalId, @Nullable String url, String text, Instant at) implements Fact {
        public String title() {
            return "В сети появился ответ официальной учётной записи";
        }
    }

    record CorrectionBegun(String reason) implements Fact {
        public String title() {
            return "Начато исправление размещённого ответа";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CORRECTION_BEGUN);
        }
    }

    record CorrectionDropped(String reason) implements Fact {
        public String title() {
            return "Исправление отменено";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.CORRECTION_DROPPED);
        }
    }

    record Excluded(Ground ground, @Nullable String note) implements Fact {
        public String title() {
            return "Исключено из работы: " + ground.title();
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.EXCLUDED);
        }
    }

    record ExclusionConfirmed(@Nullable String note) implements Fact {
        public String title() {
            return "Исключение подтверждено вторым сотрудником";
        }
    }

    record Restored(String reason) implements Fact {
        public String title() {
            return "Возвращено в работу";
        }

        @Override
        public Set<Event> events() {
            return Set.of(Event.RESTORED);
        }
    }
}
