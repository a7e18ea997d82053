package ru.otklik.accounts.open;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.accounts.Accounts;
import ru.otklik.accounts.OfficialAccount;
import ru.otklik.accounts.secrets.SecretNames;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.directory.changes.Change;
import ru.otklik.directory.changes.Changes;
import ru.otklik.networks.NetworkTitles;
import ru.otklik.region.WorkingTimeSettings;

/** What everybody may know of the register: open accounts alone, and of each its authority, network, name, link and mark. */
@Component
class OpenList {

    static final String GOVERNMENT = "Правительство";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Accounts accounts;
    private final Authorities authorities;
    private final Changes changes;
    private final WorkingTimeSettings time;

    OpenList(Accounts accounts, Authorities authorities, Changes changes, WorkingTimeSettings time) {
        this.accounts = accounts;
        this.authorities = authorities;
        this.changes = changes;
        this.time = time;
    }

    /** The Government's, then those of each authority in the order of the directory. */
    List<OpenGroup> groups() {
        var groups = new ArrayList<OpenGroup>();
        groups.add(group(GOVERNMENT, null));
        authorities.list().forEach(a -> groups.add(group(capitalized(a.title()), a)));
        return groups.stream().filter(g -> !g.accounts().isEmpty()).toList();
    }

    /** The day of the last change, in the region's time; empty while there was none. */
    String changedOn() {
        Instant changed = changed();
        return changed == null ? "" : DATE.format(changed.atZone(time.zone()));
    }

    /** Not before anything that the list shows: names of authorities are of the directory. */
    Instant lastModified() {
        Instant register = changed() == null ? Instant.EPOCH : changed();
        Instant directory =
                changes.list(new Changes.Filter(Change.Subject.AUTHORITY, null, null), Long.MAX_VALUE, 1).stream()
                        .map(Change::at)
                        .findFirst()
                        .orElse(Instant.EPOCH);
        return register.isAfter(directory) ? register : directory;
    }

    @Nullable
    Instant changed() {
        return accounts.list().stream()
                .map(OfficialAccount::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private OpenGroup group(String title, @Nullable Authority authority) {
        Integer id = authority == null ? null : authority.id();
        return new OpenGroup(
                title,
                accounts.list().stream()
                        .filter(a -> a.isOpen() && Objects.equals(a.authorityId(), id))
                        .sorted(Comparator.comparing((OfficialAccount a) -> place(a.network()))
                                .thenComparing(OfficialAccount::name))
                        .map(a -> new OpenGroup.Line(
                                a.network(), NetworkTitles.of(a.network()), a.name(), a.link(), a.stateMark()))
                        .toList());
    }

    /** Networks as on the other pages, those without a place of their own last. */
    private static int place(String network) {
        int place = SecretNames.networks().indexOf(network);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** The directory writes titles as they stand within a sentence. */
    private static String capitalized(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
