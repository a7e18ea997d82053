package ru.otklik.networks.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a form back: text as text, a file as its bytes in Latin-1. */
final class FormRead {

    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

    private FormRead() {}

    static Map<String, Object> parameters(String type, byte[] body) {
        String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        // Latin-1 keeps each byte
        String[] parts = new String(body, StandardCharsets.ISO_8859_1).split(Pattern.quote(boundary));
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String part : Arrays.copyOfRange(parts, 1, parts.length - 1)) {
            int head = part.indexOf("\r\n\r\n");
            var name = NAME.matcher(part.substring(0, head));
            name.find();
            String value = part.substring(head + 4, part.length() - 2);
            boolean file = part.substring(0, head).contains("filename=");
            String content =
                    file ? value : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            parameters.put(name.group(1), content);
        }
        return parameters;
    }
}
