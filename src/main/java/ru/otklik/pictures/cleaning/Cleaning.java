package ru.otklik.pictures.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.kernel.Outcome;

/**
 * Leaves of a file nothing but the picture: it is drawn anew, and the new file is written by us. Where it was taken, when,
 * by what camera, comments and whatever else hid in the file stay behind.
 */
@Component
public class Cleaning {

    public static final int LARGEST = 8 << 20;
    /** Far more is a bomb: a few kilobytes that unpack to gigabytes. */
    public static final long MOST_PIXELS = 50_000_000;
    /** The networks show no more, and take no more of a picture that is drawn out longer than this. */
    public static final int LONGEST_SIDE = 2560;

    static final int LONGEST_SHAPE = 20;
    private static final int THUMBNAIL = 320;
    private static final Logger log = LoggerFactory.getLogger(Cleaning.class);

    /** @param content as it will be published, byte for byte */
    public record Clean(String type, int width, int height, byte[] content, byte[] thumbnail) {}

    /** One at a time: each takes tens of megabytes. */
    private final ReentrantLock turn = new ReentrantLock();

    /** @param kinds what is taken */
    public Outcome<Clean> clean(byte[] file, Set<FileKind> kinds) {
        if (file.length > LARGEST) {
            return no("Картинка больше %d МБ. Уменьшите её.".formatted(LARGEST >> 20));
        }
        Optional<FileKind> kind = FileKind.of(file).filter(kinds::contains);
        if (kind.isEmpty()) {
            return no("Это не картинка JPEG или PNG, как бы файл ни назывался.");
        }
        turn.lock();
        try {
            return drawn(file, kind.get());
        } catch (IOException | RuntimeException broken) {
            // a decoder fed with what a stranger made throws anything
            log.debug("A picture cannot be read: {}", broken.toString());
            return no("Файл испорчен: картинку из него не прочитать.");
        } finally {
            turn.unlock();
        }
    }

    private static Outcome<Clean> drawn(byte[] file, FileKind kind) throws IOException {
        byte[] bare = kind == FileKind.PNG ? PngChunks.bare(file) : file;
        try (var source = new Source(bare, kind)) {
            long width = source.width();
            long height = source.height();
            if (width * height > MOST_PIXELS) {
                return no("Картинка слишком велика: %d × %d точек. Уменьшите её.".formatted(width, height));
            }
            if (Math.max(width, height) > LONGEST_SHAPE * Math.min(width, height)) {
                return no("Картинка слишком вытянута: %d × %d точек. Обрежьте её.".formatted(width, height));
            }
            int orientation = kind == FileKind.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
            BufferedImage picture = Canvas.upright(source.read(), orientation, LONGEST_SIDE);
            var written = Written.of(picture, kind != FileKind.JPEG);
            byte[] thumbnail = Written.jpeg(Canvas.upright(picture, Orientation.UPRIGHT, THUMBNAIL));
            return Outcome.done(
                    new Clean(written.type(), picture.getWidth(), picture.getHeight(), written.content(), thumbnail));
        }
    }

    private static Outcome<Clean> no(String why) {
        return Outcome.refused("bad-picture", why);
    }
}
