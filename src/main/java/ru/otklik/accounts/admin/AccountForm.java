package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.Registering;

/**
 * An account as typed: what is refused stays on the page.
 *
 * @param id null for one not yet added
 * @param owner number of a person; null: the name and the position are typed
 * @param version what the one who types saw
 */
public record AccountForm(
        @Nullable Integer id,
        @Nullable Integer authority,
        String network,
        String networkId,
        String name,
        String link,
        @Nullable Integer owner,
        String ownerName,
        String ownerPosition,
        Set<Integer> posters,
        boolean twoFactor,
        boolean stateMark,
        int version) {

    static AccountForm empty(@Nullable Integer authority, String network) {
        return new AccountForm(null, authority, network, "", "", "", null, "", "", Set.of(), false, false, 0);
    }

    static AccountForm of(OfficialAccount a) {
        boolean known = a.owner().personId() != null;
        return new AccountForm(
                a.id(),
                a.authorityId(),
                a.network(),
                a.networkId(),
                a.name(),
                a.link(),
                a.owner().personId(),
                known ? "" : a.owner().name(),
                known ? "" : a.owner().position(),
                a.posters(),
                a.twoFactor(),
                a.stateMark(),
                a.version());
    }

    /** @param of the account that is changed; null: a new one */
    static AccountForm typed(HttpServletRequest request, @Nullable OfficialAccount of) {
        Set<Integer> posters = new LinkedHashSet<>();
        String[] checked = request.getParameterValues("poster");
        for (String poster : checked == null ? new String[0] : checked) {
            Integer id = Words.number(poster);
            if (id != null) {
                posters.add(id);
            }
        }
        Integer version = Words.number(Words.of(request, "version"));
        return new AccountForm(
                of == null ? null : of.id(),
                Words.number(Words.of(request, "authority")),
                of == null ? Words.of(request, "network") : of.network(),
                Words.of(request, "networkId"),
                Words.of(request, "name"),
                Words.of(request, "link"),
                Words.number(Words.of(request, "owner")),
                Words.of(request, "ownerName"),
                Words.of(request, "ownerPosition"),
                posters,
                request.getParameter("twoFactor") != null,
                request.getParameter("stateMark") != null,
                version == null ? -1 : version);
    }

    AccountForm seen(int version) {
        return new AccountForm(
                id,
                authority,
                network,
                networkId,
                name,
                link,
                owner,
                ownerName,
                ownerPosition,
                posters,
                twoFactor,
                stateMark,
                version);
    }

    Registering.Draft draft() {
        return new Registering.Draft(
                authority,
                network,
                networkId,
                name,
                link,
                new OfficialAccount.Owner(owner, ownerName, ownerPosition),
                posters,
                twoFactor,
                stateMark);
    }

    public String action() {
        return id == null ? "/admin/accounts" : "/admin/accounts/" + id;
    }

    public boolean isOf(@Nullable Integer other) {
        return authority == null ? other == null : authority.equals(other);
    }

    public boolean isOwner(int person) {
        return owner != null && owner == person;
    }
}
