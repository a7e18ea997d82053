package ru.otklik.networks;

import java.util.Map;

/** What the networks are called on pages and in files. */
public final class NetworkTitles {

    private static final Map<String, String> TITLES = Map.of(
            "vk", "ВКонтакте",
            "ok", "Одноклассники",
            "telegram", "Telegram",
            "max", "MAX",
            "feed", "Лента сайта",
            "site", "Другой сайт",
            "sandbox", "Песочница",
            "manual", "Внесено вручную",
            "import", "Импорт из файла");

    private NetworkTitles() {}

    /** The key itself where nobody gave the network a name. */
    public static String of(String key) {
        return TITLES.getOrDefault(key, key);
    }
}
