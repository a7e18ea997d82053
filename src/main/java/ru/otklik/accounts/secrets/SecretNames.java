package ru.otklik.accounts.secrets;

import java.util.List;
import java.util.Map;
import ru.otklik.networks.Access;
import ru.otklik.networks.Push;

/** Which secrets an account has in each network. */
public final class SecretNames {

    /** @param name as the network's adapter asks for it */
    public record Name(String name, String title) {}

    private static final Name TOKEN = new Name(Access.TOKEN, "Токен");
    private static final Name SECRET = new Name(Push.SECRET, "Секрет входящих вызовов");

    private static final Map<String, List<Name>> ALL = Map.of(
            "vk",
            List.of(
                    new Name(Access.TOKEN, "Токен сообщества"),
                    new Name(Access.READING, "Токен для чтения"),
                    SECRET,
                    new Name(Push.CONFIRMATION, "Строка подтверждения Callback API")),
            "ok",
            List.of(
                    TOKEN,
                    new Name("application_key", "Публичный ключ приложения"),
                    new Name("application_secret_key", "Секретный ключ приложения")),
            "telegram",
            List.of(new Name(Access.TOKEN, "Токен бота"), SECRET),
            "max",
            List.of(new Name(Access.TOKEN, "Токен бота"), SECRET));

    private SecretNames() {}

    /** Networks where authorities have accounts, in the order of pages. */
    public static List<String> networks() {
        return List.of("vk", "ok", "telegram", "max");
    }

    /** Empty for a network that is spoken to without secrets. */
    public static List<Name> of(String network) {
        return ALL.getOrDefault(network, List.of());
    }

    public static String title(String network, String name) {
        return of(network).stream()
                .filter(n -> n.name().equals(name))
                .map(Name::title)
                .findFirst()
                .orElse(name);
    }
}
