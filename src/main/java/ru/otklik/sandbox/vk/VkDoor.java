package ru.otklik.sandbox.vk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.WhenDemo;
import ru.otklik.sandbox.wire.Caller;
import ru.otklik.sandbox.wire.Json;
import ru.otklik.sandbox.wire.Line;
import ru.otklik.sandbox.wire.Mishap;
import ru.otklik.sandbox.wire.Photos;
import ru.otklik.sandbox.wire.Troubles;

/** Where VK is called. */
@RestController
@Conditional(WhenDemo.class)
@RequestMapping("/sandbox/vk")
class VkDoor {

    private static final String VERSION = "5.199";

    private final Map<String, Function<VkCall, Object>> methods;
    private final VkAccounts accounts;
    private final Troubles troubles;
    private final Photos photos;
    private final Clock clock;

    VkDoor(VkWall wall, VkBoard board, VkAccounts accounts, Troubles troubles, Photos photos, Clock clock) {
        this.accounts = accounts;
        this.troubles = troubles;
        this.photos = photos;
        this.clock = clock;
        this.methods = Map.ofEntries(
                Map.entry("wall.get", wall::get),
                Map.entry("wall.getById", wall::getById),
                Map.entry("wall.getComments", wall::getComments),
                Map.entry("wall.getComment", wall::getComment),
                Map.entry("wall.createComment", wall::createComment),
                Map.entry("wall.deleteComment", wall::deleteComment),
                Map.entry("newsfeed.search", wall::search),
                Map.entry("board.getTopics", board::getTopics),
                Map.entry("board.getComments", board::getComments),
                Map.entry("board.createComment", board::createComment),
                Map.entry("groups.getById", accounts::groups),
                Map.entry("groups.getTokenPermissions", accounts::permissions),
                Map.entry("users.get", accounts::users),
                Map.entry("utils.resolveScreenName", accounts::screenName),
                Map.entry("utils.getServerTime", accounts::serverTime),
                Map.entry("photos.getWallUploadServer", accounts::uploadServer),
                Map.entry("photos.saveWallPhoto", accounts::savePhoto));
    }

    @RequestMapping(
            path = "/method/{name}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> call(@PathVariable String name, HttpServletRequest request) {
        var asked = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((k, v) -> asked.put(k, v[v.length - 1]));
        var method = VkMethod.find(name);
        if (method.isEmpty()) {
            return error(new VkFault(3, "Unknown method passed"), name, asked);
        }
        if (Caller.isTooFast(request, clock.instant())) {
            return error(new VkFault(6, "Too many requests per second"), name, asked);
        }
        return Line.around(troubles, "vk", method.get().way(), request, m -> {
            try {
                return Json.answer(200, Json.of("response", done(method.get(), asked, request, m)));
            } catch (VkFault e) {
                return error(e, name, asked);
            }
        });
    }

    /** A picture under the name that the API asks for. */
    @PostMapping("/upload")
    ResponseEntity<byte[]> upload(
            @RequestParam(required = false) @Nullable MultipartFile photo, HttpServletRequest request)
            throws IOException {
        if (Caller.isTooFast(request, clock.instant()) || photo == null || photo.getSize() > Photos.LARGEST) {
            return Json.answer(200, Json.of("error", "ERR_UPLOAD_BAD_FILE_SIZE"));
        }
        byte[] content = photo.getBytes();
        return Line.around(
                troubles,
                "vk",
                Mishap.Way.WRITE,
                request,
                m -> photos.add("vk", content, clock.instant())
                        .map(p -> Json.answer(200, VkAccounts.uploaded(p)))
                        .orElseGet(() -> Json.answer(200, Json.of("error", "ERR_UPLOAD_BAD_IMAGE_FORMAT"))));
    }

    /** An address for events; for programs of this machine, since the sandbox calls whatever it is told. */
    @PostMapping("/callback")
    ResponseEntity<byte[]> callback(
            @RequestParam String group,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request) {
        if (!Caller.isLocal(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            return Json.answer(200, Json.of("ok", accounts.callback(group, url, secret, confirmation)));
        } catch (VkFault | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "bad address", e);
        }
    }

    private Object done(VkMethod method, Map<String, String> asked, HttpServletRequest request, @Nullable Mishap m) {
        SandboxAccess caller = caller(asked, request);
        if (!asked.getOrDefault("v", "").equals(VERSION)) {
            throw new VkFault(8, "Invalid request: v is required; the sandbox speaks " + VERSION);
        }
        if (m != null && m != Mishap.DOUBLED) {
            throw VkFault.of(m, method.way());
        }
        method.permit(caller.kind());
        method.check(asked);
        String here = "http://%s:%d".formatted(request.getServerName(), request.getServerPort());
        Object response = java.util.Objects.requireNonNull(methods.get(method.name()))
                .apply(new VkCall(method, asked, caller, here));
        return m == Mishap.DOUBLED ? Json.doubled(response) : response;
    }

    private static SandboxAccess caller(Map<String, String> asked, HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        String token = header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length())
                : asked.getOrDefault("access_token", "");
        if (token.isEmpty()) {
            throw new VkFault(5, "User authorization failed: no access_token passed.");
        }
        return SandboxAccess.ofToken(token)
                .filter(a -> a.network().equals("vk"))
                .orElseThrow(() -> new VkFault(5, "User authorization failed: invalid access_token (4)."));
    }

    private static ResponseEntity<byte[]> error(VkFault fault, String method, Map<String, String> asked) {
        return Json.answer(200, fault.body(method, asked));
    }
}
