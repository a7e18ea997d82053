package ru.otklik.pictures.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG without anything but what is drawn: a packed comment may unpack to gigabytes before the picture is read. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    /** Length, name and checksum around what a chunk holds. */
    private static final int AROUND = 12;

    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    static byte[] bare(byte[] png) throws IOException {
        var bare = new ByteArrayOutputStream(png.length);
        bare.write(png, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + AROUND <= png.length) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            String name = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > png.length - at - AROUND) {
                throw new IOException("a chunk is longer than its file");
            }
            if (DRAWN.contains(name)) {
                bare.write(png, at, AROUND + length);
            }
            if (name.equals("IEND")) {
                return bare.toByteArray();
            }
            at += AROUND + length;
        }
        throw new IOException("the file is cut off");
    }
}
