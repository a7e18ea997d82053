package ru.otklik.networks.telegram;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ru.otklik.networks.Answer;

/** {@code multipart/form-data}, which alone can carry a file. */
final class Form {

    private final String boundary = UUID.randomUUID().toString();
    private final List<byte[]> parts = new ArrayList<>();

    Form text(String name, String value) {
        open("name=\"%s\"".formatted(name), "text/plain; charset=utf-8");
        return add(value).add("\r\n");
    }

    /** The name of the file is ours: theirs may hold anything. */
    Form picture(String name, Answer.Picture picture) {
        String ending = picture.mediaType().endsWith("png") ? "png" : "jpg";
        open("name=\"%s\"; filename=\"%s.%s\"".formatted(name, name, ending), picture.mediaType());
        parts.add(picture.content());
        return add("\r\n");
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    HttpRequest.BodyPublisher body() {
        var whole = new ArrayList<>(parts);
        whole.add("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.BodyPublishers.ofByteArrays(whole);
    }

    private void open(String disposition, String type) {
        add("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type));
    }

    private Form add(String text) {
        parts.add(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
