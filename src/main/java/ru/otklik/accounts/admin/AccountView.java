package ru.otklik.accounts.admin;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import ru.otklik.directory.Authority;
import ru.otklik.directory.Person;

/**
 * What the page of an account shows around its form.
 *
 * @param people who may own it and post: of its authority, and whoever is marked already
 * @param error of the form or of the tokens, a sentence; empty: none
 * @param state of the token, a sentence; empty for a new account
 * @param history the newest first
 */
public record AccountView(
        String title,
        String networkTitle,
        List<Authority> authorities,
        List<Person> people,
        List<SecretLine> secrets,
        String error,
        String state,
        String trouble,
        boolean dead,
        boolean open,
        boolean hasToken,
        List<HistoryLine> history,
        boolean mayChange,
        CsrfToken csrf) {

    /** @param kept when it was set and by whom; empty: it is not set */
    public record SecretLine(String name, String title, String kept, String trouble) {}

    public record HistoryLine(String at, String who, String what, List<String> details, boolean loud) {}

    /** One account in the list. */
    public record Line(
            int id,
            String name,
            String link,
            String authority,
            String network,
            String owner,
            String token,
            boolean dead,
            String remark,
            boolean twoFactor,
            boolean mark,
            boolean open) {}

    /** What the list is narrowed to, as it came. */
    public record Filter(String authority, String network, String state) {}
}
