package ru.otklik.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.IncidentFile;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Fact;
import ru.otklik.casework.Incident;
import ru.otklik.casework.World;
import ru.otklik.pictures.Attachments;
import ru.otklik.publication.Publications;
import ru.otklik.publication.Publications.Publication;
import ru.otklik.publication.Ways;

/** What stands in the network: what became of the message and of our answers since they were written. */
@Component
public class InNetwork {

    /** @param loud it changes what has to be done */
    public record News(String text, boolean loud) {}

    /**
     * @param acting who the viewer is here: the centre stands in for the lead where the program gave up
     * @param failed the program gave up
     * @param publication how the approved version fares, a sentence; empty: nobody ordered it
     * @param published answers as they stand
     * @param attachments pictures that the citizen sent, and what became of fetching them
     */
    public record Seen(
            Actor acting,
            boolean failed,
            String publication,
            List<News> news,
            List<Answer> published,
            List<Attachments.Attachment> attachments) {}

    /** @param state in words */
    public record Answer(int draft, String state, @Nullable String url) {}

    private final Publications publications;
    private final Ways ways;
    private final World world;
    private final Attachments attachments;
    private final Titles titles;

    InNetwork(Publications publications, Ways ways, World world, Attachments attachments, Titles titles) {
        this.publications = publications;
        this.ways = ways;
        this.world = world;
        this.attachments = attachments;
        this.titles = titles;
    }

    Seen of(Incident incident, IncidentFile file, Actor viewer) {
        Optional<Publication> underWay = publications.underWay(incident);
        List<Publication> all = publications.list(incident.head().id());
        return new Seen(
                publications.standIn(viewer, incident),
                underWay.filter(p -> p.state().needsPerson()).isPresent(),
                underWay.map(this::sentence).orElse(""),
                news(incident, file, all, viewer),
                all.stream()
                        .filter(p -> p.externalId() != null)
                        .map(p -> new Answer(p.draft(), p.state().title(), p.url()))
                        .toList(),
                attachments.list(file.id()));
    }

    private List<News> news(Incident incident, IncidentFile file, List<Publication> all, Actor viewer) {
        var news = new ArrayList<News>();
        Optional<Instant> answered = last(file, Fact.Published.class);
        Instant gone = file.message().goneAt();
        if (gone != null) {
            boolean after = answered.filter(gone::isAfter).isPresent();
            news.add(new News(
                    "Сообщение удалено в сети %s%s. Последний текст сохранён."
                            .formatted(titles.moment(gone), after ? ", уже после ответа" : ""),
                    true));
        }
        last(file, Fact.MessageRevised.class)
                .filter(revised -> answered.filter(revised::isAfter).isPresent())
                .ifPresent(revised -> news.add(new News(
                        "Автор изменил сообщение после ответа, %s. Проверьте, остаётся ли ответ верным."
                                .formatted(titles.moment(revised)),
                        true)));
        all.stream()
                .filter(p -> p.state() == Publications.State.GONE)
                .forEach(p -> news.add(new News("Версия № %d: %s".formatted(p.draft(), p.error()), true)));
        world.handAnswers(incident.head().id()).stream()
                .filter(h -> !h.settled())
                .forEach(h -> news.add(new News(
                        "Под сообщением стоит ответ официальной учётной записи без согласования, %s: «%s»"
                                .formatted(titles.moment(h.at()), h.text()),
                        true)));
        if (incident instanceof Incident.InWork at) {
            ways.warning(incident.head().network(), at.work().lead(), viewer.person())
                    .ifPresent(w -> news.add(new News(w, false)));
        }
        return news;
    }

    private static Optional<Instant> last(IncidentFile file, Class<? extends Fact> kind) {
        return file.journal().stream()
                .filter(e -> e.fact().equals(kind.getSimpleName()))
                .map(IncidentFile.Entry::at)
                .reduce((a, b) -> b);
    }

    private String sentence(Publication p) {
        String error = p.error() == null ? "" : ": " + p.error();
        boolean again = p.state() == Publications.State.WAITING && p.error() != null;
        return again
                ? "Пока не размещено" + error + " Следующая попытка: " + titles.moment(p.nextTryAt()) + "."
                : p.state().title() + (error.isEmpty() ? "." : error);
    }
}
