package ru.otklik.desk.pictures;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.access.Me;
import ru.otklik.casebook.Visibility;
import ru.otklik.casework.Incident;
import ru.otklik.casework.Incidents;
import ru.otklik.pictures.Pictures;

/** Who sees an incident sees its pictures. */
@Controller
class PicturePages {

    private final Incidents incidents;
    private final Pictures pictures;
    private final Bringing bringing;

    PicturePages(Incidents incidents, Pictures pictures, Bringing bringing) {
        this.incidents = incidents;
        this.pictures = pictures;
        this.bringing = bringing;
    }

    @GetMapping("/incidents/{id}/pictures/{hash}")
    ResponseEntity<byte[]> whole(@PathVariable long id, @PathVariable String hash, @AuthenticationPrincipal Me me) {
        visible(id, me);
        return image(pictures.find(id, hash));
    }

    @GetMapping("/incidents/{id}/pictures/{hash}/thumbnail")
    ResponseEntity<byte[]> small(@PathVariable long id, @PathVariable String hash, @AuthenticationPrincipal Me me) {
        visible(id, me);
        return image(pictures.thumbnail(id, hash));
    }

    /** The part of the page beside the draft, renewed alone: what is typed stays where it is. */
    @PostMapping("/incidents/{id}/pictures")
    String bring(
            @PathVariable long id,
            @RequestParam(name = "picture", required = false) @Nullable List<String> chosen,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Me me,
            Model model) {
        Incident incident = visible(id, me);
        model.addAttribute(
                "album",
                bringing.bring(
                        incident, me.actor(), chosen == null ? List.of() : chosen, files == null ? List.of() : files));
        return "desk/pictures";
    }

    private Incident visible(long id, Me me) {
        return incidents.find(id).filter(Visibility.of(me.actor())::sees).orElseThrow(PicturePages::notThere);
    }

    private static ResponseEntity<byte[]> image(Optional<Pictures.Content> found) {
        Pictures.Content picture = found.orElseThrow(PicturePages::notThere);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                // opened by itself it is a picture and nothing else
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.bytes());
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
