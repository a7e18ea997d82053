package ru.otklik.sandbox.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code sandbox_photo}; the bytes of the newest hundred are kept. */
@Repository
public class Photos {

    public static final int LARGEST = 10 << 20;
    private static final int KEPT = 100;

    public record Photo(long id, String type, long size, int width, int height) {}

    public record Bytes(String type, byte[] content) {}

    private final JdbcClient jdbc;

    Photos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: no picture, whatever it calls itself. */
    @Transactional
    public Optional<Photo> add(String network, byte[] content, Instant at) {
        return measured(content).map(p -> {
            long id = jdbc.sql("""
                            insert into sandbox_photo (network, type, size, width, height, content, at)
                            values (:network, :type, :size, :width, :height, :content, :at) returning id""")
                    .param("network", network)
                    .param("type", p.type())
                    .param("size", p.size())
                    .param("width", p.width())
                    .param("height", p.height())
                    .param("content", content)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            jdbc.sql("update sandbox_photo set content = null where id <= :old and content is not null")
                    .param("old", id - KEPT)
                    .update();
            return new Photo(id, p.type(), p.size(), p.width(), p.height());
        });
    }

    public Optional<Photo> find(String network, long id) {
        return jdbc.sql("select id, type, size, width, height from sandbox_photo where id = :id and network = :network")
                .param("id", id)
                .param("network", network)
                .query(Photo.class)
                .optional();
    }

    public Optional<Bytes> content(long id) {
        return jdbc.sql("select type, content from sandbox_photo where id = :id and content is not null")
                .param("id", id)
                .query((row, n) -> new Bytes(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    /** Reads the head alone: a picture of a few bytes may unpack to gigabytes. */
    private static Optional<Photo> measured(byte[] content) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (content.length > LARGEST || !readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return type(reader.getFormatName()).map(t -> {
                    try {
                        return new Photo(0, t, content.length, reader.getWidth(0), reader.getHeight(0));
                    } catch (IOException e) {
                        return null;
                    }
                });
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(String format) {
        return switch (format.toLowerCase(java.util.Locale.ROOT)) {
            case "jpeg", "jpg" -> Optional.of("image/jpeg");
            case "png" -> Optional.of("image/png");
            case "gif" -> Optional.of("image/gif");
            default -> Optional.empty();
        };
    }
}
