package ru.otklik.networks.vk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What API 5.199 documents of what is used here: copied by hand, in our own form. */
final class VkSchema {

    /** @param tokens u of a user, g of a community, s of an application */
    record Method(String tokens, Set<String> parameters, Set<String> required) {}

    private static final String METHODS = """
            wall.get us domain offset count filter extended fields
            wall.getById us posts! extended copy_history_depth fields
            wall.getComments us owner_id post_id need_likes start_comment_id offset count sort preview_length extended \
            fields comment_id thread_items_count
            wall.getComment u owner_id comment_id! extended fields
            wall.createComment ug owner_id post_id! from_group message reply_to_comment attachments sticker_id guid
            board.getTopics us group_id! topic_ids order offset count extended preview preview_length
            board.getComments us group_id! topic_id! need_likes start_comment_id offset count extended sort
            board.createComment u group_id! topic_id! message attachments from_group sticker_id guid
            newsfeed.search us q extended count latitude longitude start_time end_time start_from fields
            photos.getWallUploadServer u group_id
            photos.saveWallPhoto u user_id group_id photo! server hash latitude longitude caption
            groups.getById ugs group_ids group_id fields
            groups.getTokenPermissions g
            users.get ugs user_ids fields name_case from_group_id
            utils.resolveScreenName ugs screen_name!
            """;

    /** Object: the fields that are read. The upload is of the guide for uploads, the event of that for callbacks, the error of the general part. */
    static final Map<String, List<String>> FIELDS = Map.ofEntries(
            fields("wall_wallpost_full", "copy_history comments"),
            fields("wall_wallpost", "id owner_id from_id signer_id date text attachments post_type is_deleted"),
            fields(
                    "wall_wall_comment",
                    "id from_id post_id owner_id parents_stack date text attachments reply_to_comment thread deleted"),
            fields("comment_thread", "count items"),
            fields("base_comments_info", "count"),
            fields("wall_wallpost_attachment", "type photo video doc link"),
            fields("board_topic", "id comments updated"),
            fields("board_topic_comment", "id from_id date text attachments"),
            fields("photos_photo", "id owner_id access_key sizes"),
            fields("photos_photo_sizes", "type url width height"),
            fields("photos_photo_upload", "upload_url"),
            fields("users_user_min", "id first_name last_name"),
            fields("groups_group", "id name deactivated is_admin"),
            fields("groups_token_permission_setting", "name"),
            fields("utils_domain_resolved", "type object_id"),
            fields("callback_base", "type group_id secret"),
            fields("callback_board_post_delete", "topic_owner_id topic_id id"),
            fields("callback_wall_comment_delete", "owner_id id post_id"),
            fields("response", "items count current_level_count profiles groups next_from comment_id permissions"),
            fields("error", "error error_code error_msg"),
            fields("base_link", "url"),
            fields("event", "object"),
            fields("upload", "server photo hash"));

    private VkSchema() {}

    static Map<String, Method> methods() {
        var all = new TreeMap<String, Method>();
        METHODS.lines().forEach(line -> {
            var words = Arrays.asList(line.trim().split(" +"));
            var parameters = new TreeSet<String>();
            var required = new TreeSet<String>();
            for (String p : words.subList(2, words.size())) {
                parameters.add(p.replace("!", ""));
                if (p.endsWith("!")) {
                    required.add(p.replace("!", ""));
                }
            }
            all.put(words.get(0), new Method(words.get(1), parameters, required));
        });
        return all;
    }

    private static Map.Entry<String, List<String>> fields(String object, String names) {
        return Map.entry(object, List.of(names.split(" ")));
    }
}
