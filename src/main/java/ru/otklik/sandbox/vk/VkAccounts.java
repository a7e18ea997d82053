package ru.otklik.sandbox.vk;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Photos;
import ru.otklik.sandbox.wire.Troubles;

/** Who is who, what a token may do, what time it is, and pictures. */
@Component
class VkAccounts {

    private final Photos photos;
    private final VkView view;
    private final VkCallbacks callbacks;
    private final Troubles troubles;

    VkAccounts(Photos photos, VkView view, VkCallbacks callbacks, Troubles troubles) {
        this.callbacks = callbacks;
        this.photos = photos;
        this.view = view;
        this.troubles = troubles;
    }

    Object serverTime(VkCall call) {
        return troubles.now("vk").getEpochSecond();
    }

    Object groups(VkCall call) {
        List<String> asked = call.list("group_ids").isEmpty()
                ? call.text("group_id").map(List::of).orElseGet(() -> own(call))
                : call.list("group_ids");
        if (asked.isEmpty() || asked.size() > 500) {
            throw VkFault.parameter("group_ids is undefined");
        }
        List<Map<String, Object>> found = asked.stream()
                .map(id -> group(id).orElseThrow(() -> VkFault.parameter("group_ids is invalid")))
                .map(g -> view.group(g, call.caller().kind() == SandboxAccess.Kind.USER))
                .toList();
        return Json.of("groups", found, "profiles", List.of());
    }

    /** Who asks; a token that is nobody's gets nobody. */
    Object users(VkCall call) {
        List<String> asked = call.list("user_ids");
        SandboxAccess editor = SandboxAccess.EDITOR;
        boolean known = asked.isEmpty()
                ? call.caller().equals(editor)
                : asked.contains(Long.toString(editor.account())) || asked.contains(editor.shortName());
        return known ? List.of(view.person(editor.account(), editor.name())) : List.of();
    }

    /** Rights to the wall, photos and management, by their published bits. */
    Object permissions(VkCall call) {
        return Json.of(
                "mask",
                4 + 8192 + 262144,
                "permissions",
                List.of(
                        Json.of("name", "photos", "setting", 4),
                        Json.of("name", "wall", "setting", 8192),
                        Json.of("name", "manage", "setting", 262144)));
    }

    /** An empty list: nobody has this name. */
    Object screenName(VkCall call) {
        return SandboxAccess.named("vk", call.text("screen_name").orElse(""))
                .<Object>map(a -> Json.of(
                        "type", a.kind() == SandboxAccess.Kind.COMMUNITY ? "group" : "user", "object_id", a.account()))
                .orElse(List.of());
    }

    Object uploadServer(VkCall call) {
        return Json.of(
                "upload_url",
                call.here() + "/sandbox/vk/upload?group=" + call.number("group_id", 0),
                "album_id",
                -14,
                "user_id",
                call.caller().account());
    }

    Object savePhoto(VkCall call) {
        String photo = call.text("photo").orElse("");
        if (!photo.matches("\\d{1,18}") || !call.text("hash").orElse("").equals(hash(photo))) {
            throw new VkFault(121, "Invalid hash");
        }
        long owner = call.number("group_id").map(g -> -g).orElse(call.caller().account());
        return photos.find("vk", Long.parseLong(photo))
                .map(p -> List.of(view.photo(p, owner, troubles.now("vk"))))
                .orElseThrow(() -> new VkFault(129, "Invalid photo"));
    }

    /** As an editor does on the community's page; an empty address: no more calls. False: it is not proved. */
    boolean callback(String group, String url, String secret, String confirmation) {
        SandboxAccess community = group(group).orElseThrow(() -> new VkFault(125, "Invalid group id"));
        if (url.isEmpty()) {
            callbacks.forget(community.account());
            return true;
        }
        return callbacks.register(
                new VkCallbacks.Registered(community.account(), URI.create(url), secret, confirmation));
    }

    /** What an upload is answered with. */
    static Map<String, Object> uploaded(Photos.Photo photo) {
        String id = Long.toString(photo.id());
        return Json.of("server", 1, "photo", id, "hash", hash(id));
    }

    private static String hash(String photo) {
        return "h" + Integer.toHexString(photo.hashCode() * 31 + 7);
    }

    private static List<String> own(VkCall call) {
        return call.caller().kind() == SandboxAccess.Kind.COMMUNITY
                ? List.of(Long.toString(call.caller().account()))
                : List.of();
    }

    private static Optional<SandboxAccess> group(String id) {
        return id.matches("\\d{1,18}")
                ? VkView.community(-Long.parseLong(id))
                : SandboxAccess.named("vk", id).filter(a -> a.kind() == SandboxAccess.Kind.COMMUNITY);
    }
}
