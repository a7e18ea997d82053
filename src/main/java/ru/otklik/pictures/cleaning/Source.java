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

    /** The first of its pictures; every second or third point of one that is longer than needed. */
    BufferedImage read(int longest) throws IOException {
        int step = Math.max(1, Math.max(width(), height()) / longest);
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
