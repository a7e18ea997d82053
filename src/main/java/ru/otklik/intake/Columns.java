package ru.otklik.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.otklik.kernel.Outcome;

/** Which column of a table is what, by its title or by what the person said. */
final class Columns {

    enum Field {
        TEXT(
                "text",
                "текст",
                "текст сообщения",
                "сообщение",
                "содержание",
                "текст обращения",
                "message",
                "content",
                "body"),
        ID("id", "ид", "идентификатор", "external id", "externalid", "message id", "id сообщения", "номер сообщения"),
        URL("url", "ссылка", "link", "ссылка на сообщение", "адрес сообщения"),
        AUTHOR("author", "автор", "author name", "имя автора", "фио", "автор сообщения"),
        AUTHOR_URL("author url", "ссылка на автора", "профиль", "профиль автора"),
        DATE(
                "date",
                "дата",
                "posted at",
                "postedat",
                "дата сообщения",
                "дата публикации",
                "дата и время",
                "created at",
                "время"),
        NETWORK("network", "сеть", "социальная сеть", "соцсеть", "площадка"),
        THREAD("thread", "обсуждение", "пост", "post", "тема обсуждения"),
        PARENT("parent", "ответ на", "parent id");

        private final Set<String> titles;

        Field(String... titles) {
            this.titles = Set.of(titles);
        }

        static Optional<Field> find(String name) {
            String wanted = plain(name);
            return Arrays.stream(values())
                    .filter(f -> plain(f.name()).equals(wanted) || f.titles.contains(wanted))
                    .findFirst();
        }
    }

    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private final int count;

    private Columns(int count) {
        this.count = count;
    }

    /** @param said {@code text → Текст сообщения}: the field and the title of its column */
    static Outcome<Columns> of(List<String> header, Map<String, String> said) {
        List<String> titles = header.stream().map(Columns::plain).toList();
        var columns = new Columns(header.size());
        for (var one : said.entrySet()) {
            Optional<Field> field = Field.find(one.getKey());
            int at = titles.indexOf(plain(one.getValue()));
            if (field.isEmpty()) {
                return Outcome.refused(
                        "no-field",
                        "Нет такого поля: «%s». Есть text, id, url, author, author-url, date, network, thread, parent."
                                .formatted(one.getKey()));
            }
            if (at < 0) {
                return Outcome.refused("no-column", "В файле нет столбца «%s».".formatted(one.getValue()));
            }
            columns.places.put(field.get(), at);
        }
        for (int i = 0; i < titles.size(); i++) {
            if (!columns.places.containsValue(i)) {
                int at = i;
                Field.find(titles.get(i)).ifPresent(f -> columns.places.putIfAbsent(f, at));
            }
        }
        return columns.places.containsKey(Field.TEXT)
                ? Outcome.done(columns)
                : Outcome.refused(
                        "no-text-column",
                        "Не найден столбец с текстом сообщения. Назовите его «текст» или укажите: text=название столбца.");
    }

    /** How many cells a whole row has. */
    int count() {
        return count;
    }

    /** What stands in the row, without spaces around; empty: nothing. */
    String of(Field field, List<String> cells) {
        Integer at = places.get(field);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replace("\ufeff", "")
                .replaceAll("[\\s_\"«»:*-]+", " ")
                .strip();
    }
}
