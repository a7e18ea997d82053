package ru.otklik.pictures.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is by its first bytes; its name and what its sender calls it are not asked. */
public enum FileKind {
    JPEG("jpeg", "\u00ff\u00d8\u00ff"),
    PNG("png", "\u0089PNG\r\n\u001a\n"),
    GIF("gif", "GIF8");

    private final String format;
    private final byte[] beginning;

    FileKind(String format, String beginning) {
        this.format = format;
        this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As ImageIO calls its reader. */
    String format() {
        return format;
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length
                && java.util.Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    public static Optional<FileKind> of(byte[] content) {
        return Stream.of(values()).filter(k -> k.begins(content)).findFirst();
    }
}
