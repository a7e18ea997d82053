package ru.otklik.sandbox.wire;

/** What can go wrong with one call to a network of the demo. */
public enum Mishap {
    SLOW("Медленно", "Ответ приходит с задержкой."),
    BROKEN("Ошибка 500", "Сеть отвечает «внутренняя ошибка» и ничего не делает."),
    NONSENSE("Не тот ответ", "Вместо данных приходит страница HTML."),
    CUT("Обрыв до", "Связь рвётся, ничего не сделано."),
    DONE_AND_CUT("Обрыв после", "Всё сделано, но связь рвётся, и ответа нет."),
    DOUBLED("Дважды", "Одно и то же приходит два раза."),
    CAPTCHA("Капча", "ВКонтакте просит ввести код с картинки."),
    FLOOD("Флуд-контроль", "Сеть считает сообщения слишком частыми."),
    RATE("Слишком часто", "Слишком много обращений в секунду; Telegram говорит, сколько ждать."),
    QUOTA("Предел исчерпан", "Исчерпан суточный предел обращений."),
    TOKEN_DEAD("Токен отозван", "Сеть больше не признаёт токен."),
    FORBIDDEN("Нет права", "Учётной записи запретили писать."),
    COMMENTS_CLOSED("Комментарии закрыты", "Под записью нельзя отвечать."),
    POST_GONE("Запись удалена", "Того, на что отвечают, больше нет.");

    /** Which calls it happens to. */
    public enum Way {
        READ,
        WRITE,
        /** The network calls by itself. */
        PUSH
    }

    private final String title;
    private final String says;

    Mishap(String title, String says) {
        this.title = title;
        this.says = says;
    }

    public String title() {
        return title;
    }

    public String says() {
        return says;
    }
}
