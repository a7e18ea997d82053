package ru.otklik.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.otklik.casework.NewMessage;
import ru.otklik.intake.Columns.Field;

/**
 * A row as a message. Its identity is in its content and never in the file's name or the row's place, so the same rows
 * from a renamed or sorted file are known.
 */
final class MessageRows {

    static final String IMPORT = "import";

    private static final Map<String, String> NETWORKS = Map.of(
            "вк",
            "vk",
            "вконтакте",
            "vk",
            "одноклассники",
            "ok",
            "ок",
            "ok",
            "телеграм",
            "telegram",
            "телеграмм",
            "telegram",
            "tg",
            "telegram");

    private final Columns columns;
    private final ZoneId zone;
    private final @Nullable String network;

    /** @param network said by the person for the whole file */
    MessageRows(Columns columns, ZoneId zone, @Nullable String network) {
        this.columns = columns;
        this.zone = zone;
        this.network = network;
    }

    NewMessage message(List<String> cells) {
        String id = columns.of(Field.ID, cells);
        String thread = columns.of(Field.THREAD, cells);
        String text = columns.of(Field.TEXT, cells);
        String author = columns.of(Field.AUTHOR, cells);
        String date = columns.of(Field.DATE, cells);
        String where = network(cells, id, thread);
        // a number alone is a row's, and another file numbers its rows from one too
        boolean own = id.isEmpty() || where.equals(IMPORT) && thread.isEmpty();
        return new NewMessage(
                where,
                thread.isEmpty() ? IMPORT : thread,
                own ? (id.isEmpty() ? "" : cut(id) + "/") + fingerprint(text, author, date) : id,
                orNull(columns.of(Field.URL, cells)),
                orNull(author),
                orNull(columns.of(Field.AUTHOR_URL, cells)),
                text,
                Dates.read(date, zone).orElse(null),
                List.of(),
                orNull(columns.of(Field.PARENT, cells)));
    }

    /** A row may claim another network only if it also says where in it the message stands. */
    private String network(List<String> cells, String id, String thread) {
        if (network != null) {
            return network;
        }
        String named = columns.of(Field.NETWORK, cells).toLowerCase(Locale.ROOT);
        return named.isEmpty() || id.isEmpty() || thread.isEmpty() ? IMPORT : NETWORKS.getOrDefault(named, named);
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(id.length(), 200));
    }

    private static String fingerprint(String text, String author, String date) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256")
                    .digest((text + '\u001f' + author + '\u001f' + date).getBytes(StandardCharsets.UTF_8));
            return "sha-" + HexFormat.of().formatHex(all, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
