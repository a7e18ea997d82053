package ru.otklik.publication;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Head;
import ru.otklik.casework.World;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Access;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;
import ru.otklik.pictures.Picture;
import ru.otklik.pictures.Pictures;

/** The hard limits of an answer to one message, said before it is submitted: what was approved must stand there so. */
@Component
class AnswerLimits {

    private final Networks networks;
    private final Voices voices;
    private final Pictures pictures;
    private final OutboxRows rows;

    AnswerLimits(Networks networks, Voices voices, Pictures pictures, OutboxRows rows) {
        this.networks = networks;
        this.voices = voices;
        this.pictures = pictures;
        this.rows = rows;
    }

    Optional<String> unfit(Head incident, int authority, World.Draft draft) {
        Abilities here = here(incident, authority);
        boolean bare = draft.pictures().isEmpty();
        int longest = bare ? here.longestText() : here.longestCaption();
        int length = draft.text().length();
        if (length > longest) {
            return Optional.of("Текст длиннее, чем принимает сеть «%s»%s: %d знаков, а можно %d. Сократите его."
                    .formatted(title(incident), bare ? "" : " вместе с картинками", length, longest));
        }
        PictureRules rules = pictures(incident, authority);
        if (rules.fixed()
                ? !rules.standing().equals(draft.pictures())
                : draft.pictures().size() > rules.most()) {
            return Optional.of(rules.sentence());
        }
        return misfit(incident.id(), draft.pictures(), here)
                ? Optional.of("Картинку из проекта сеть «%s» не примет. Уберите её или приложите снова."
                        .formatted(title(incident)))
                : Optional.empty();
    }

    private boolean misfit(long incident, List<String> hashes, Abilities here) {
        List<Picture> kept = hashes.isEmpty() ? List.of() : pictures.list(incident);
        return !hashes.stream()
                .allMatch(hash -> kept.stream()
                        .anyMatch(p -> p.hash().equals(hash)
                                && here.pictureTypes().contains(p.type())
                                && p.size() <= here.largestPicture()));
    }

    PictureRules pictures(Head incident, int authority) {
        Optional<Network> network = networks.find(incident.network());
        String title = title(incident);
        if (network.filter(n -> n.abilities().answers()).isEmpty()) {
            return PictureRules.none("Здесь ответ размещают вручную: картинки к проекту не прилагаются.");
        }
        OutboxRows.Destination to = rows.destination(incident.id());
        if (to.corrects() != null && network.get().abilities().edits()) {
            return new PictureRules(
                    0,
                    true,
                    OutboxRows.hashes(to.standing()),
                    "В размещённом ответе сеть «%s» меняет только текст: картинки остаются прежними.".formatted(title));
        }
        Abilities here = here(network.get(), to, authority);
        return here.mostPictures() == 0
                ? PictureRules.none(
                        "Сеть «%s» в этом ответе картинок не примет: их там не бывает или на них нет права у учётной записи."
                                .formatted(title))
                : new PictureRules(here.mostPictures(), false, List.of(), sentence(here));
    }

    private static String sentence(Abilities here) {
        String caption = here.longestCaption() < here.longestText()
                ? " С картинками текст — до %d знаков.".formatted(here.longestCaption())
                : "";
        return "Картинок можно до %d: JPEG или PNG, каждая до %d МБ.%s Место съёмки и другие скрытые сведения удаляются."
                .formatted(here.mostPictures(), Math.min(Pictures.LARGEST, here.largestPicture()) >> 20, caption);
    }

    private Abilities here(Head incident, int authority) {
        return networks.find(incident.network())
                .map(n -> here(n, rows.destination(incident.id()), authority))
                .orElse(Abilities.LISTENS_ONLY);
    }

    private Abilities here(Network network, OutboxRows.Destination to, int authority) {
        try {
            Access access = voices.forAnswer(network.key(), authority)
                    .map(v -> voices.access(v.account()))
                    .orElse(Access.NONE);
            return network.abilities(to.address(), access);
        } catch (NetworkFault secretsUnreadable) {
            return network.abilities();
        }
    }

    private static String title(Head incident) {
        return NetworkTitles.of(incident.network());
    }
}
