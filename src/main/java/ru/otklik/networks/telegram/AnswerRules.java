package ru.otklik.networks.telegram;

import java.util.regex.Pattern;
import ru.otklik.networks.Abilities;
import ru.otklik.networks.Answer;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;

/** What is refused before the network is asked: it would stand there otherwise than it was approved, or not at all. */
record AnswerRules(Abilities limits) {

    /**
     * What Telegram would take out or turn into blanks: the answer would not stand there as it was approved. Control
     * characters but the line feed, marks of direction and of paragraphs, lines drawn through letters.
     */
    private static final Pattern CHANGED =
            Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F\\u2028-\\u202E\\u0333\\u033F\\u030A]|^\\s|\\s$");

    void check(Answer answer) {
        int longest = answer.pictures().isEmpty() ? limits.longestText() : limits.longestCaption();
        if (answer.text().isBlank() || answer.text().length() > longest) {
            throw refused("Длина ответа в Telegram — от 1 до %d знаков.".formatted(longest));
        }
        if (CHANGED.matcher(answer.text()).find()) {
            throw refused(
                    "Сеть Telegram изменила бы этот ответ. Уберите пробелы в начале и в конце, табуляцию и скрытые знаки.");
        }
        if (answer.pictures().size() > limits.mostPictures()) {
            throw refused("В одном ответе в Telegram не больше %d картинок.".formatted(limits.mostPictures()));
        }
        for (Answer.Picture picture : answer.pictures()) {
            if (!limits.pictureTypes().contains(picture.mediaType())
                    || picture.content().length > limits.largestPicture()) {
                throw refused("Картинка для Telegram — JPEG или PNG до 10 МБ.");
            }
        }
    }

    private static NetworkFault refused(String sentence) {
        return new NetworkFault(Kind.REFUSED, sentence);
    }
}
