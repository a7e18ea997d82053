package ru.otklik.pictures.cleaning;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture in its file, of which the head is read first. */
final class Source implements AutoCloseable {

    /** Of what is read; the program as it is started has 224 MB for all. */
    private static final long MOST_MEMORY = 32L << 20;
    /** Bytes of a point while it is drawn, however few it has in the file. */
    private static final int DRAWN = 4;

    private final ImageReader reader;
    private final ImageInputStream stream;

    Source(byte[] file, FileKind kind) {
        reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
        stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        reader.setInput(stream, true, true);
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /** The first of its pictures; of one that would take too much memory every second or third point. */
    BufferedImage read() throws IOException {
        int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
        long bytes = Math.max(DRAWN, bits / 8);
        int step = 1;
        while (bytes * (width() / step) * (height() / step) > MOST_MEMORY) {
            step++;
        }
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
