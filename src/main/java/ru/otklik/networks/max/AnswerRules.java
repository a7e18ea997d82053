package ru.otklik.networks.max;

import java.util.List;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

/** What is refused before the network is asked: it would stand there otherwise than it was approved, or not at all. */
record AnswerRules(Abilities limits) {

    void check(Spot to, Answer answer) {
        if (answer.text().isBlank() || answer.text().length() > limits.longestText()) {
            throw refused("Длина ответа в MAX — от 1 до %d знаков.".formatted(limits.longestText()));
        }
        List<Answer.Picture> added = answer.pictures();
        if (to.post() != null && !added.isEmpty()) {
            throw refused("В комментариях MAX картинок не бывает: уберите их из ответа.");
        }
        if (added.size() > limits.mostPictures()) {
            throw refused("В одном ответе в MAX не больше %d картинок.".formatted(limits.mostPictures()));
        }
        for (Answer.Picture picture : added) {
            if (!limits.pictureTypes().contains(picture.mediaType())
                    || picture.content().length > limits.largestPicture()) {
                throw refused("Картинка для MAX — JPEG, PNG или GIF до 50 МБ.");
            }
        }
    }

    private static NetworkFault refused(String sentence) {
        return new NetworkFault(Kind.REFUSED, sentence);
    }
}
