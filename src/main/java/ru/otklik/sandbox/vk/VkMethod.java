package ru.otklik.sandbox.vk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.otklik.sandbox.SandboxAccess.Kind;
import ru.otklik.sandbox.wire.Mishap.Way;

/**
 * One method: whose tokens may call it and what it may be asked, as the schema of 5.199 says.
 *
 * @param parameters by name
 */
record VkMethod(String name, Set<Kind> tokens, Way way, Map<String, Parameter> parameters) {

    /** @param type a word of the table below */
    record Parameter(String name, String type, boolean required) {

        /** @throws VkFault 100 */
        void check(String value) {
            boolean fits = type.startsWith("<=")
                    ? UINT.matcher(value).matches() && Long.parseLong(value) <= Long.parseLong(type.substring(2))
                    : switch (type) {
                        case "int" -> INT.matcher(value).matches();
                        case "uint" -> UINT.matcher(value).matches();
                        case "bool" -> value.equals("0") || value.equals("1");
                        case "str", "list" -> true;
                        default -> List.of(type.split("\\|")).contains(value);
                    };
            if (!fits) {
                throw VkFault.parameter(name + " is invalid");
            }
        }
    }

    private static final Pattern INT = Pattern.compile("-?\\d{1,18}");
    private static final Pattern UINT = Pattern.compile("\\d{1,18}");

    /** Method, tokens (u, g, s), way, parameters: int, uint, at most, bool, str, list, one of; ! is required. */
    private static final String TABLE = """
            wall.get us r owner_id:int domain:str offset:uint count:<=100 filter:owner|others|all extended:bool fields:list
            wall.getById us r posts:list! extended:bool copy_history_depth:int fields:list
            wall.getComments us r owner_id:int post_id:uint need_likes:bool start_comment_id:uint offset:int count:<=100 \
            sort:asc|desc|smart preview_length:uint extended:bool fields:list comment_id:uint thread_items_count:<=10
            wall.getComment u r owner_id:int comment_id:uint! extended:bool fields:list
            wall.createComment ug w owner_id:int post_id:uint! from_group:uint message:str reply_to_comment:int \
            attachments:list sticker_id:uint guid:str
            wall.deleteComment u w owner_id:int post_id:uint comment_id:uint!
            board.getTopics us r group_id:uint! topic_ids:list order:1|2|-1|-2|0 offset:uint count:<=100 extended:bool \
            preview:0|1|2 preview_length:uint
            board.getComments us r group_id:uint! topic_id:uint! need_likes:bool start_comment_id:uint offset:int \
            count:<=100 extended:bool sort:asc|desc
            board.createComment u w group_id:uint! topic_id:uint! message:str attachments:list from_group:bool \
            sticker_id:uint guid:str
            newsfeed.search us r q:str extended:bool count:<=200 latitude:str longitude:str start_time:uint \
            end_time:uint start_from:str fields:list
            groups.getById ugs r group_ids:list group_id:str fields:list
            groups.getTokenPermissions g r
            users.get ugs r user_ids:list fields:list name_case:str from_group_id:int
            utils.resolveScreenName ugs r screen_name:str!
            utils.getServerTime ugs r
            photos.getWallUploadServer u w group_id:int
            photos.saveWallPhoto u w user_id:uint group_id:uint photo:str! server:int hash:str latitude:str \
            longitude:str caption:str
            """;

    private static final Map<String, VkMethod> ALL =
            TABLE.lines().map(VkMethod::of).collect(Collectors.toMap(VkMethod::name, m -> m));

    private static final Set<String> ALWAYS =
            Set.of("access_token", "v", "lang", "https", "test_mode", "captcha_sid", "captcha_key");

    static Optional<VkMethod> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** @throws VkFault as the first thing wrong */
    void check(Map<String, String> asked) {
        asked.forEach((name, value) -> {
            Parameter p = parameters.get(name);
            if (p == null && !ALWAYS.contains(name)) {
                throw VkFault.parameter("unknown parameter " + name);
            }
            if (p != null) {
                p.check(value);
            }
        });
        for (Parameter p : parameters.values()) {
            if (p.required() && asked.getOrDefault(p.name(), "").isEmpty()) {
                throw VkFault.parameter(p.name() + " is undefined");
            }
        }
    }

    /** @throws VkFault 27, 28 or 5: the schema gives the method to other tokens */
    void permit(Kind token) {
        if (!tokens.contains(token)) {
            throw switch (token) {
                case COMMUNITY -> new VkFault(27, "Group authorization failed: method is unavailable with group auth.");
                case SERVICE ->
                    new VkFault(28, "Application authorization failed: method is unavailable with service token.");
                default -> new VkFault(5, "User authorization failed: method is unavailable with user auth.");
            };
        }
    }

    private static VkMethod of(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" +")));
        Set<Kind> tokens = Stream.of(words.get(1).split(""))
                .map(c -> c.equals("u") ? Kind.USER : c.equals("g") ? Kind.COMMUNITY : Kind.SERVICE)
                .collect(Collectors.toSet());
        var parameters = new LinkedHashMap<String, Parameter>();
        words.subList(3, words.size()).forEach(w -> {
            String[] p = w.replace("!", "").split(":");
            parameters.put(p[0], new Parameter(p[0], p[1], w.endsWith("!")));
        });
        return new VkMethod(words.get(0), tokens, words.get(2).equals("w") ? Way.WRITE : Way.READ, parameters);
    }
}
