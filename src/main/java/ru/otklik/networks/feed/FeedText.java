package ru.otklik.networks.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Bytes to characters, and markup to text. */
final class FeedText {

    private static final int LONGEST = 20_000;
    private static final int PROLOG = 200;
    private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    /** What XML 1.0 does not allow, and careless sites send. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private FeedText() {}

    /**
     * What reads as UTF-8 is UTF-8 whatever is declared: Russian text of another encoding never does. Otherwise the
     * file itself is believed before the server, which mostly sends what it was installed with.
     */
    static String decoded(byte[] bytes, String contentType) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, declared(bytes, contentType));
        }
        String clean = ILLEGAL.matcher(text).replaceAll("");
        return clean.startsWith("\uFEFF") ? clean.substring(1) : clean;
    }

    private static Charset declared(byte[] bytes, String contentType) {
        if (bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        String prolog = new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
        for (Matcher m : new Matcher[] {DECLARED.matcher(prolog), HEADER.matcher(contentType)}) {
            if (m.find()) {
                try {
                    Charset charset = Charset.forName(m.group(1));
                    if (!charset.equals(StandardCharsets.UTF_8)) {
                        return charset;
                    }
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    // the next says it, or nobody
                }
            }
        }
        return Charset.forName("windows-1251");
    }

    /** As a person reads it: paragraphs on lines of their own. */
    static String stripped(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.select("script, style").remove();
        page.select("p, div, li, h1, h2, h3, tr").forEach(e -> {
            e.before("\n");
            e.after("\n");
        });
        return tidy(page.body().wholeText());
    }

    static String tidy(String text) {
        String lines = text.replace('\u00A0', ' ')
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        return lines.length() <= LONGEST ? lines : lines.substring(0, LONGEST);
    }
}
