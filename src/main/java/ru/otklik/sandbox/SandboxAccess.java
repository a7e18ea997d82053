package ru.otklik.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The accounts and places of the demo's networks, with their public tokens: anyone may know them, and they open nothing
 * but the sandbox.
 *
 * @param account what the network calls it: a community without the minus, a bot, a chat
 * @param token empty: a place, which has none
 * @param shortName as in its address
 * @param link as a person copies it
 */
public record SandboxAccess(
        String network, Kind kind, long account, String token, String shortName, String name, String link) {

    public enum Kind {
        /** A community of VK and the token that acts for it. */
        COMMUNITY,
        /** Reads VK only. */
        SERVICE,
        /** A person who edits communities of VK. */
        USER,
        BOT,
        CHANNEL,
        GROUP
    }

    public static final SandboxAccess KRAI =
            vk(100001, "stavkrai", "Ставропольский край", "vk1.sandbox.community.stavkrai");
    public static final SandboxAccess ONLINE =
            vk(100002, "stavonline", "Ставрополь онлайн", "vk1.sandbox.community.stavonline");
    public static final SandboxAccess ROADS =
            vk(100003, "mindor_sk", "Министерство дорог Ставропольского края", "vk1.sandbox.community.mindor");
    public static final SandboxAccess READING =
            new SandboxAccess("vk", Kind.SERVICE, 0, "vk1.sandbox.service.reading", "", "Чтение ВКонтакте", "");
    public static final SandboxAccess EDITOR = new SandboxAccess(
            "vk",
            Kind.USER,
            500001,
            "vk1.sandbox.user.editor",
            "id500001",
            "Елена Редакторова",
            "https://vk.com/id500001");

    /** An id that 32 bits do not hold, as many of Telegram. */
    public static final SandboxAccess BOT = new SandboxAccess(
            "telegram",
            Kind.BOT,
            7_000_000_001L,
            "7000000001:AAsandbox_demo_bot_of_otklik_0000000",
            "otklik_demo_bot",
            "Ответы Ставропольского края",
            "https://t.me/otklik_demo_bot");

    public static final SandboxAccess CHANNEL = new SandboxAccess(
            "telegram",
            Kind.CHANNEL,
            -1_002_200_000_001L,
            "",
            "stavkrai_demo",
            "Ставропольский край",
            "https://t.me/stavkrai_demo");
    public static final SandboxAccess DISCUSSION = new SandboxAccess(
            "telegram",
            Kind.GROUP,
            -1_002_200_000_002L,
            "",
            "stavkrai_talk",
            "Ставропольский край: обсуждение",
            "https://t.me/stavkrai_talk");

    public static final List<SandboxAccess> ALL =
            List.of(KRAI, ONLINE, ROADS, READING, EDITOR, BOT, CHANNEL, DISCUSSION);

    public static List<SandboxAccess> communities() {
        return List.of(KRAI, ONLINE, ROADS);
    }

    /** Whose token it is. */
    public static Optional<SandboxAccess> ofToken(String token) {
        return ALL.stream()
                .filter(a -> !a.token.isEmpty() && a.token.equals(token))
                .findFirst();
    }

    /** In a link: by the short name, or as {@code club1}, {@code public1}. */
    public static Optional<SandboxAccess> named(String network, String shortName) {
        return ALL.stream()
                .filter(a -> a.network.equals(network) && !a.shortName.isEmpty())
                .filter(a -> a.shortName.equalsIgnoreCase(shortName)
                        || a.kind == Kind.COMMUNITY && shortName.matches("(club|public)" + a.account))
                .findFirst();
    }

    /** What VK calls its wall and what it writes as. */
    public long owner() {
        return kind == Kind.COMMUNITY ? -account : account;
    }

    private static SandboxAccess vk(long id, String shortName, String name, String token) {
        return new SandboxAccess("vk", Kind.COMMUNITY, id, token, shortName, name, "https://vk.com/" + shortName);
    }
}
