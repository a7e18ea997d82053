package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.otklik.access.Me;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Registering;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Refusal;

/** One account: its form, its tokens, its history. */
@Controller
class AccountPages {

    private final Accounts accounts;
    private final Registering registering;
    private final People people;
    private final AccountViews views;

    AccountPages(Accounts accounts, Registering registering, People people, AccountViews views) {
        this.accounts = accounts;
        this.registering = registering;
        this.people = people;
        this.views = views;
    }

    @GetMapping("/admin/accounts/new")
    String blank(
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String network,
            HttpServletRequest request,
            Model model) {
        String known = registering.networks().contains(network)
                ? network
                : registering.networks().get(0);
        return page(AccountForm.empty(Words.number(authority), known), null, "", request, model);
    }

    @GetMapping("/admin/accounts/{id}")
    String show(@PathVariable int id, HttpServletRequest request, Model model) {
        OfficialAccount account = accounts.get(id);
        return page(AccountForm.of(account), account, "", request, model);
    }

    @PostMapping("/admin/accounts")
    String add(@AuthenticationPrincipal Me me, HttpServletRequest request, HttpServletResponse response, Model model) {
        AccountForm form = AccountForm.typed(request, null);
        return registering
                .add(form.draft(), Words.secrets(request, form.network()), person(me))
                .fold(added -> to(added.id()), no -> refused(no, form, null, request, response, model));
    }

    @PostMapping("/admin/accounts/{id}")
    String change(
            @PathVariable int id,
            @AuthenticationPrincipal Me me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AccountForm form = AccountForm.typed(request, accounts.get(id));
        return registering.change(id, form.version(), form.draft(), person(me)).fold(changed -> to(id), no -> {
            OfficialAccount now = accounts.get(id);
            return refused(no, form.seen(now.version()), now, request, response, model);
        });
    }

    @PostMapping("/admin/accounts/{id}/closed")
    String setClosed(@PathVariable int id, @RequestParam boolean closed, @AuthenticationPrincipal Me me) {
        registering.setClosed(accounts.get(id).id(), closed, person(me));
        return to(id);
    }

    private Person person(Me me) {
        return people.get(me.personId());
    }

    private String refused(
            Refusal no,
            AccountForm form,
            @Nullable OfficialAccount account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(no.code().startsWith("stale-") ? 409 : 422);
        return page(form, account, no.sentence(), request, model);
    }

    private String page(
            AccountForm form,
            @Nullable OfficialAccount account,
            String error,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", views.of(form, account, error, request));
        return "accounts/account";
    }

    private static String to(int id) {
        return "redirect:/admin/accounts/" + id;
    }
}
