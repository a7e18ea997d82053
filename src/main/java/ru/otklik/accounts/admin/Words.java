package ru.otklik.accounts.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.otklik.accounts.secrets.NewSecrets;
import ru.otklik.accounts.secrets.SecretNames;

/** What a form brings: control characters are nobody's word. */
final class Words {

    private static final int LONGEST_SECRET = 4_000;

    private Words() {}

    static String of(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip();
    }

    static @Nullable Integer number(String word) {
        return word.matches("\\d{1,9}") ? Integer.valueOf(word) : null;
    }

    /** Only what the network has names for; an empty field leaves the secret as it is. */
    static NewSecrets secrets(HttpServletRequest request, String network) {
        Map<String, String> given = new HashMap<>();
        Set<String> dropped = new HashSet<>();
        for (var name : SecretNames.of(network)) {
            String secret = of(request, "secret-" + name.name());
            if (!secret.isEmpty() && secret.length() <= LONGEST_SECRET) {
                given.put(name.name(), secret);
            } else if (request.getParameter("drop-" + name.name()) != null) {
                dropped.add(name.name());
            }
        }
        return new NewSecrets(given, dropped);
    }
}
