package ru.otklik.sandbox.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.otklik.sandbox.wire.Mishap.Way;

/** One method and what it may be asked, as the published description lists it. */
record TelegramMethod(String name, Way way, List<Field> fields) {

    record Field(String name, String type, boolean required) {

        void check(String value) {
            boolean fits = switch (type) {
                case "int" -> INT.matcher(value).matches();
                case "chat" -> CHAT.matcher(value).matches();
                case "bool" -> value.equals("true") || value.equals("false");
                default -> true;
            };
            if (!fits) {
                throw TelegramFault.bad(type.equals("chat") ? "chat not found" : "can't parse " + name);
            }
        }
    }

    private static final Pattern INT = Pattern.compile("-?\\d{1,18}");
    private static final Pattern CHAT = Pattern.compile("-?\\d{1,18}|@\\w{1,64}");

    private static final String SENT = " disable_notification:bool protect_content:bool message_thread_id:int "
            + "reply_parameters:json parse_mode:str";

    /** ! is required. */
    private static final String TABLE = """
            getMe r
            getUpdates r offset:int limit:int timeout:int allowed_updates:json
            setWebhook w url:str! max_connections:int allowed_updates:json drop_pending_updates:bool secret_token:str \
            ip_address:str
            deleteWebhook w drop_pending_updates:bool
            getWebhookInfo r
            getChat r chat_id:chat!
            getChatMember r chat_id:chat! user_id:int!
            sendMessage w chat_id:chat! text:str! entities:json link_preview_options:json""" + SENT + """

            sendPhoto w chat_id:chat! photo:str caption:str caption_entities:json has_spoiler:bool \
            show_caption_above_media:bool""" + SENT + """

            sendMediaGroup w chat_id:chat! media:json!""" + SENT + """

            editMessageText w chat_id:chat! message_id:int! text:str! parse_mode:str entities:json link_preview_options:json
            editMessageCaption w chat_id:chat! message_id:int! caption:str parse_mode:str caption_entities:json \
            show_caption_above_media:bool
            """;

    private static final Map<String, TelegramMethod> ALL = TABLE.lines()
            .map(TelegramMethod::of)
            .collect(Collectors.toMap(m -> m.name().toLowerCase(Locale.ROOT), m -> m));

    /** Names are read without regard to case. */
    static Optional<TelegramMethod> find(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** @throws TelegramFault as the first thing wrong */
    void check(TelegramCall call) {
        call.asked()
                .forEach((name, value) -> fields.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> TelegramFault.bad("unknown parameter \"" + name + "\""))
                        .check(value));
        for (Field f : fields) {
            if (f.required() && call.asked().get(f.name()) == null) {
                throw TelegramFault.bad(
                        switch (f.name()) {
                            case "text" -> "message text is empty";
                            case "chat_id" -> "chat_id is empty";
                            default -> "parameter \"" + f.name() + "\" is required";
                        });
            }
        }
    }

    private static TelegramMethod of(String line) {
        List<String> words = List.of(line.split(" +"));
        return new TelegramMethod(
                words.get(0),
                words.get(1).equals("w") ? Way.WRITE : Way.READ,
                words.subList(2, words.size()).stream()
                        .map(w -> w.replace("!", "").split(":"))
                        .map(p -> new Field(p[0], p[1], line.contains(" " + p[0] + ":" + p[1] + "!")))
                        .toList());
    }
}
