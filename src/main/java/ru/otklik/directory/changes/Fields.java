package ru.otklik.directory.changes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import ru.otklik.directory.Authority;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;

/** A record of the directory as lines for a person: the name of the field and its value; an empty one is empty. */
public final class Fields {

    private Fields() {}

    /** @param authorities title by number */
    public static Map<String, String> of(Person person, IntFunction<String> authorities) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("имя", person.name());
        fields.put("должность", person.position());
        fields.put("логин", person.login());
        Integer authority = person.authorityId();
        fields.put("орган власти", authority == null ? "" : authorities.apply(authority));
        fields.put("роли", person.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", ")));
        fields.put("работает", yes(person.active()));
        return fields;
    }

    public static Map<String, String> of(Authority authority) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("название", authority.title());
        fields.put("краткое название", authority.shortTitle());
        fields.put("код", authority.code());
        fields.put("вид", authority.kind().title());
        fields.put("рабочее время", authority.workingHours() == null ? "" : authority.workingHours());
        fields.put(
                "курирует",
                authority.overseer() == null ? "" : authority.overseer().name());
        fields.put("работает", yes(authority.active()));
        return fields;
    }

    public static Map<String, String> of(Authority.DeputyChair chair) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("имя", chair.name());
        fields.put("должность", chair.position());
        return fields;
    }

    /** Somebody saved the same form first; what is there now, for a person to compare. */
    public static String stale(Map<String, String> now) {
        return "Пока вы заполняли форму, запись изменили. Сейчас в ней: "
                + now.entrySet().stream()
                        .filter(f -> !f.getValue().isEmpty())
                        .map(f -> f.getKey() + " — " + f.getValue())
                        .collect(Collectors.joining("; "))
                + ". Введённое вами сохранено на этой странице: сверьте и сохраните ещё раз.";
    }

    private static String yes(boolean value) {
        return value ? "да" : "нет";
    }
}
