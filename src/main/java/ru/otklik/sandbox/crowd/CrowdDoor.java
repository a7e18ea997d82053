package ru.otklik.sandbox.crowd;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.sandbox.SandboxAccess;
import ru.otklik.sandbox.WhenDemo;
import ru.otklik.sandbox.vk.VkWriting;
import ru.otklik.sandbox.wire.Caller;
import ru.otklik.sandbox.wire.Json;

/** A load, ordered by a program of this machine. */
@RestController
@Conditional(WhenDemo.class)
@RequestMapping("/sandbox/vk")
class CrowdDoor {

    private final VkCrowd crowd;
    private final VkWriting writing;

    CrowdDoor(VkCrowd crowd, VkWriting writing) {
        this.crowd = crowd;
        this.writing = writing;
    }

    @PostMapping("/generate")
    ResponseEntity<byte[]> generate(
            @RequestParam int posts,
            @RequestParam(defaultValue = "0") int commentsPerPost,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(defaultValue = "0") int spreadSeconds,
            @RequestParam(defaultValue = "stavonline") String wall,
            HttpServletRequest request) {
        localOnly(request);
        SandboxAccess community = SandboxAccess.named("vk", wall)
                .filter(a -> a.kind() == SandboxAccess.Kind.COMMUNITY)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            return Json.answer(200, crowd.generate(community, posts, commentsPerPost, seed, spreadSeconds));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "too many", e);
        }
    }

    /** @param tell as VK does: who registered an address is called with each change of a comment */
    @PostMapping("/disturb")
    ResponseEntity<byte[]> disturb(
            @RequestParam double editShare,
            @RequestParam double deleteShare,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(defaultValue = "false") boolean tell,
            HttpServletRequest request) {
        localOnly(request);
        var done = crowd.disturb(editShare, deleteShare, seed);
        if (tell) {
            done.edited().forEach(m -> writing.tell(m.owner(), m.id(), "edit"));
            done.deleted().forEach(m -> writing.tell(m.owner(), m.id(), "delete"));
        }
        return Json.answer(
                200,
                Json.of(
                        "edited_count", done.edited().size(),
                        "deleted_count", done.deleted().size(),
                        "edited", done.edited(),
                        "deleted", done.deleted()));
    }

    private static void localOnly(HttpServletRequest request) {
        if (!Caller.isLocal(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
