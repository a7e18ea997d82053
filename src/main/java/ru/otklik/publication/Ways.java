package ru.otklik.publication;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.casework.Head;
import ru.otklik.casework.Posting;
import ru.otklik.casework.World;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;

/** How an answer gets to its network: by the program from an official account, or by hand. */
@Component
public class Ways implements Posting {

    private final Networks networks;
    private final Voices voices;
    private final AnswerLimits limits;

    Ways(Networks networks, Voices voices, AnswerLimits limits) {
        this.networks = networks;
        this.voices = voices;
        this.limits = limits;
    }

    @Override
    public Optional<String> barrier(String network, int authority, int person) {
        Optional<Voices.Voice> voice = answering(network).flatMap(n -> voices.forAnswer(network, authority));
        return voice.isEmpty() || voices.silence(voice.get().account()).isPresent()
                ? Optional.of("Здесь ответ размещают вручную: разместите его и укажите ссылку.")
                : voices.bar(voice.get().account(), person);
    }

    @Override
    public Optional<String> unfit(Head incident, int authority, World.Draft draft) {
        return limits.unfit(incident, authority, draft);
    }

    /** What pictures an answer to this incident may have; said before any is chosen. */
    public PictureRules pictures(Head incident, int authority) {
        return limits.pictures(incident, authority);
    }

    /** What who drafts must know beforehand, as a sentence; empty: nothing. */
    public Optional<String> warning(String network, int authority, int person) {
        if (networks.find(network).isEmpty()) {
            return Optional.empty();
        }
        String title = NetworkTitles.of(network);
        if (answering(network).isEmpty()) {
            return Optional.of("В сети «%s» ответ размещают вручную: разместите согласованный текст и укажите ссылку."
                    .formatted(title));
        }
        return voices.forAnswer(network, authority)
                .map(v -> voices.silence(v.account())
                        .map(why -> "Учётная запись «%s» сейчас не может отвечать: %s".formatted(v.title(), why))
                        .or(() -> voices.bar(v.account(), person)))
                .orElseGet(() -> Optional.of(
                        "В сети «%s» нет официальной учётной записи ни у вашего органа власти, ни у Правительства. Обратитесь к администратору."
                                .formatted(title)));
    }

    /** By whose account the program answers there, as a name. */
    public Optional<String> voice(String network, int authority) {
        return answering(network)
                .flatMap(n -> voices.forAnswer(network, authority))
                .map(Voices.Voice::title);
    }

    private Optional<Network> answering(String network) {
        return networks.find(network).filter(n -> n.abilities().answers());
    }
}
