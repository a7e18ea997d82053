package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ru.otklik.access.Me;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Tokens;
import ru.otklik.directory.People;

/** The tokens of an account: given, and looked at; never shown. */
@Controller
class TokenPages {

    private final Accounts accounts;
    private final Tokens tokens;
    private final People people;
    private final AccountViews views;

    TokenPages(Accounts accounts, Tokens tokens, People people, AccountViews views) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.people = people;
        this.views = views;
    }

    @PostMapping("/admin/accounts/{id}/secrets")
    String set(
            @PathVariable int id,
            @AuthenticationPrincipal Me me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        OfficialAccount account = accounts.get(id);
        return tokens.set(id, Words.secrets(request, account.network()), people.get(me.personId()))
                .fold(set -> "redirect:/admin/accounts/" + id, no -> {
                    AccountForm form = AccountForm.of(account);
                    response.setStatus(422);
                    model.addAttribute("form", form);
                    model.addAttribute("view", views.of(form, account, no.sentence(), request));
                    return "accounts/account";
                });
    }

    @PostMapping("/admin/accounts/{id}/check")
    String check(@PathVariable int id) {
        tokens.check(id);
        return "redirect:/admin/accounts/" + id;
    }
}
