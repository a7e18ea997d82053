package ru.otklik.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
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

/** The wall, a thread, and the forms of a citizen; open without sign-in. */
@Controller
@Conditional(WhenDemo.class)
@RequestMapping("/sandbox")
class SandboxPages {

    private static final String CITIZEN = SandboxPages.class.getName();
    private static final String NAME = CITIZEN + ".name";

    private final Wall wall;
    private final DateTimeFormatter time;

    SandboxPages(Wall wall, WorkingTimeSettings region) {
        this.wall = wall;
        this.time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(region.zone());
    }

    @ModelAttribute
    void everyPage(HttpSession session, Model model) {
        model.addAttribute("time", time);
        model.addAttribute("me", citizen(session));
        model.addAttribute("name", session.getAttribute(NAME) instanceof String known ? known : "");
        model.addAttribute("text", "");
        model.addAttribute("error", "");
    }

    @GetMapping
    String wall(Model model) {
        model.addAttribute("posts", wall.newest());
        return "sandbox/wall";
    }

    /** What the wall asks for again and again. */
    @GetMapping("/posts")
    String posts(Model model) {
        model.addAttribute("posts", wall.newest());
        return "sandbox/posts";
    }

    @GetMapping("/threads/{id}")
    String thread(@PathVariable long id, Model model) {
        show(id, model);
        return "sandbox/thread";
    }

    @GetMapping("/threads/{id}/posts")
    String threadPosts(@PathVariable long id, Model model) {
        show(id, model);
        return "sandbox/posts";
    }

    @PostMapping
    String write(@RequestParam String name, @RequestParam String text, HttpServletRequest request, Model model) {
        request.getSession().setAttribute(NAME, name);
        var written = wall.write(citizen(request.getSession()), request.getRemoteAddr(), name, text, null);
        model.addAttribute("name", name);
        return shown(written, text, model, () -> wall(model));
    }

    @PostMapping("/threads/{id}")
    String comment(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String text,
            HttpServletRequest request,
            Model model) {
        request.getSession().setAttribute(NAME, name);
        var to = found(id);
        var written = wall.write(citizen(request.getSession()), request.getRemoteAddr(), name, text, to);
        model.addAttribute("name", name);
        return shown(written, text, model, () -> thread(to.thread(), model));
    }

    @GetMapping("/posts/{id}")
    String form(@PathVariable long id, Model model) {
        var post = found(id);
        model.addAttribute("post", post);
        model.addAttribute("text", post.text());
        return "sandbox/edit";
    }

    @PostMapping("/posts/{id}")
    String edit(@PathVariable long id, @RequestParam String text, HttpServletRequest request, Model model) {
        var edited = wall.edit(id, citizen(request.getSession()), request.getRemoteAddr(), text);
        return shown(edited, text, model, () -> {
            String view = form(id, model);
            model.addAttribute("text", text);
            return view;
        });
    }

    private static String shown(
            Outcome<SandboxPost> outcome, String typed, Model model, java.util.function.Supplier<String> again) {
        return outcome.fold(post -> "redirect:" + post.url(), refusal -> {
            model.addAttribute("text", typed);
            model.addAttribute("error", refusal.sentence());
            return again.get();
        });
    }

    private void show(long thread, Model model) {
        var posts = wall.thread(thread);
        if (posts.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("posts", posts);
        model.addAttribute("thread", thread);
    }

    private SandboxPost found(long id) {
        return wall.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nobody signs in here: the browser's session is who wrote a post, and who may change it. */
    private static String citizen(HttpSession session) {
        if (session.getAttribute(CITIZEN) instanceof String known) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        session.setAttribute(CITIZEN, fresh);
        return fresh;
    }
}
