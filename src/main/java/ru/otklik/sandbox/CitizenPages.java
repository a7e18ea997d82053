package ru.otklik.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import ru.otklik.kernel.Outcome;
import ru.otklik.region.WorkingTimeSettings;
import ru.otklik.sandbox.wire.Photos;

/** Places of the demo's networks, their discussions, and the forms of a citizen; open without sign-in. */
@Controller
@Conditional(WhenDemo.class)
@RequestMapping("/sandbox")
class CitizenPages {

    /** Where one who chose nothing writes. */
    static final String FIRST = "/sandbox/vk/" + SandboxAccess.ONLINE.shortName();

    private static final String CITIZEN = CitizenPages.class.getName();
    private static final String NAME = CITIZEN + ".name";

    private final List<Street> streets;
    private final Wall wall;
    private final Photos photos;
    private final DateTimeFormatter time;

    CitizenPages(List<Street> streets, Wall wall, Photos photos, WorkingTimeSettings region) {
        this.streets = streets.stream()
                .sorted(java.util.Comparator.comparing(Street::network).reversed())
                .toList();
        this.wall = wall;
        this.photos = photos;
        this.time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(region.zone());
    }

    @ModelAttribute
    void everyPage(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        boolean known = session != null && session.getAttribute(NAME) != null;
        model.addAttribute("time", time);
        model.addAttribute("me", session == null ? "" : citizen(session));
        model.addAttribute("name", known ? String.valueOf(session.getAttribute(NAME)) : "");
        model.addAttribute("text", "");
        model.addAttribute("error", "");
    }

    @GetMapping
    String first() {
        return "redirect:" + FIRST;
    }

    /** @param part what the page asks for again and again */
    @GetMapping({"/vk/{name}", "/telegram/{name}"})
    String place(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String part,
            HttpServletRequest request,
            Model model) {
        Street street = street(request.getRequestURI().split("/")[2]);
        return name.matches("(wall|topic)-\\d{1,18}_\\d{1,18}")
                ? discussion(street, name.replaceFirst("^[a-z]+", ""), part, model)
                : place(street, name, part, model);
    }

    @GetMapping("/telegram/{name}/{id}")
    String message(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String part,
            Model model) {
        return discussion(street("telegram"), id, part, model);
    }

    @PostMapping("/write")
    String write(
            @RequestParam String network,
            @RequestParam String place,
            @RequestParam String name,
            @RequestParam String text,
            HttpServletRequest request,
            Model model) {
        Street street = street(network);
        SandboxAccess where = where(street, place);
        var written = typed(request, name, text, model)
                .map(t -> street.write(where, citizen(request.getSession()), t.name(), t.text()));
        return shown(written, text, model, () -> place(street, place, null, model));
    }

    @PostMapping("/reply")
    String reply(
            @RequestParam String network,
            @RequestParam String ref,
            @RequestParam String name,
            @RequestParam String text,
            HttpServletRequest request,
            Model model) {
        Street street = street(network);
        var written = typed(request, name, text, model)
                .map(t -> or404(street.reply(ref, citizen(request.getSession()), t.name(), t.text())));
        return shown(written, text, model, () -> discussion(street, ref, null, model));
    }

    /** To answer one comment, or to change one's own. */
    @GetMapping({"/answer", "/change"})
    String form(@RequestParam String network, @RequestParam String ref, HttpServletRequest request, Model model) {
        boolean change = request.getRequestURI().endsWith("change");
        Shown message = or404(street(network).find(ref));
        model.addAttribute("network", network);
        model.addAttribute("message", message);
        model.addAttribute("change", change);
        model.addAttribute("text", change ? message.text() : "");
        return "sandbox/one";
    }

    @PostMapping("/change")
    String change(
            @RequestParam String network,
            @RequestParam String ref,
            @RequestParam String text,
            HttpServletRequest request,
            Model model) {
        var changed = wall.permitted(request.getRemoteAddr(), text)
                .map(t -> or404(street(network).edit(ref, citizen(request.getSession()), t)));
        return shown(changed, text, model, () -> {
            String view = form(network, ref, request, model);
            model.addAttribute("text", text);
            return view;
        });
    }

    @PostMapping("/remove")
    String remove(@RequestParam String network, @RequestParam String ref, HttpSession session) {
        return "redirect:"
                + or404(street(network).remove(ref, citizen(session))).page();
    }

    @PostMapping("/restore")
    String restore(@RequestParam String network, @RequestParam String ref, HttpSession session) {
        return "redirect:"
                + or404(street(network).restore(ref, citizen(session))).url();
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable long id) {
        var photo = or404(photos.content(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.type()))
                .body(photo.content());
    }

    private String place(Street street, String name, @Nullable String part, Model model) {
        SandboxAccess place = where(street, name);
        model.addAttribute("network", street.network());
        model.addAttribute("place", place);
        model.addAttribute(
                "places", streets.stream().flatMap(s -> s.places().stream()).toList());
        model.addAttribute("messages", street.newest(place));
        return part == null ? "sandbox/place" : "sandbox/messages";
    }

    /** A deleted one that answers nothing is gone with its page. */
    private String discussion(Street street, String ref, @Nullable String part, Model model) {
        var messages = street.discussion(ref, String.valueOf(model.getAttribute("me")));
        if (messages.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("network", street.network());
        model.addAttribute(
                "all",
                "/sandbox/" + street.network() + "/"
                        + of(street, messages.get(0)).shortName());
        model.addAttribute("page", messages.get(0).page());
        model.addAttribute("ref", messages.get(0).ref());
        model.addAttribute("messages", messages);
        return part == null ? "sandbox/discussion" : "sandbox/messages";
    }

    private static SandboxAccess of(Street street, Shown message) {
        return street.places().stream()
                .filter(p -> message.ref().startsWith(p.owner() + "_"))
                .findFirst()
                .orElse(street.places().get(0));
    }

    private record Typed(String name, String text) {}

    private Outcome<Typed> typed(HttpServletRequest request, String name, String text, Model model) {
        request.getSession().setAttribute(NAME, name);
        model.addAttribute("name", name);
        return wall.named(name)
                .then(n -> wall.permitted(request.getRemoteAddr(), text).map(t -> new Typed(n, t)));
    }

    private static String shown(
            Outcome<Shown> outcome, String typed, Model model, java.util.function.Supplier<String> again) {
        return outcome.fold(message -> "redirect:" + message.url(), refusal -> {
            model.addAttribute("error", refusal.sentence());
            String view = again.get();
            model.addAttribute("text", typed);
            return view;
        });
    }

    private Street street(String network) {
        return or404(streets.stream().filter(s -> s.network().equals(network)).findFirst());
    }

    private static SandboxAccess where(Street street, String name) {
        return or404(SandboxAccess.named(street.network(), name)
                .map(a -> a.kind() == SandboxAccess.Kind.CHANNEL ? SandboxAccess.DISCUSSION : a)
                .filter(street.places()::contains));
    }

    private static <T> T or404(Optional<T> found) {
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nobody signs in here: the browser's session is who wrote a message, and who may change it. */
    private static String citizen(HttpSession session) {
        if (session.getAttribute(CITIZEN) instanceof String known) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        session.setAttribute(CITIZEN, fresh);
        return fresh;
    }
}
