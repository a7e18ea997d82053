package ru.otklik.networks.ok;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.otklik.networks.Address;

/** Links of the network as people copy them: from the site, from the site for phones, with and without a scheme. */
final class OkLinks {

    static final String TOPIC = "GROUP_TOPIC";

    private static final String SITE = "(?:https?://)?(?:www\\.|m\\.)?(?:ok|odnoklassniki)\\.ru/";
    private static final Pattern GROUP =
            Pattern.compile(SITE + "group/?(\\d{1,20})(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED =
            Pattern.compile(SITE + "([A-Za-z0-9._-]{2,64})(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern POST = Pattern.compile(
            SITE + "(?:group/?\\d{1,20}|[A-Za-z0-9._-]{2,64})/topic/(\\d{1,20})(?:[/?#](\\S*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT =
            Pattern.compile("(?:^|[?&#/.])\\w*comment\\w*[=/-]([\\w:.~%-]{1,200})", Pattern.CASE_INSENSITIVE);

    private OkLinks() {}

    static Optional<String> groupId(String link) {
        Matcher m = GROUP.matcher(link.strip());
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    /** The short name of a group or of anything else that has a page. */
    static Optional<String> name(String link) {
        Matcher m = NAMED.matcher(link.strip());
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    static Optional<Address> address(String link) {
        Matcher m = POST.matcher(link.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        String topic = m.group(1);
        return Optional.of(new Address(TOPIC + ":" + topic, comment(m.group(2)).orElse(topic)));
    }

    private static Optional<String> comment(@Nullable String rest) {
        if (rest == null) {
            return Optional.empty();
        }
        Matcher m = COMMENT.matcher(rest);
        return m.find() ? Optional.of(m.group(1).replace("%3A", ":").replace("%3a", ":")) : Optional.empty();
    }

    static String group(String id) {
        return "https://ok.ru/group/" + id;
    }

    static String person(String id) {
        return "https://ok.ru/profile/" + id;
    }

    static String topic(String group, String id) {
        return group(group) + "/topic/" + id;
    }
}
