package ru.otklik.directory;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.otklik.kernel.Role;

/** Invented people for a first look at the system: everyone that a region needs, under one public password. */
@Component
class DemoPeople {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

    private static final List<String> SURNAMES = List.of(
            "Азбукин",
            "Буквин",
            "Глаголев",
            "Тетрадкин",
            "Словарёв",
            "Строкин",
            "Точкин",
            "Запятов",
            "Абзацев",
            "Листов",
            "Чернилов",
            "Карандашов",
            "Образцов",
            "Примеров",
            "Задачкин",
            "Уроков",
            "Указкин",
            "Пробин",
            "Чистовиков",
            "Переменин",
            "Звонков");
    private static final List<String> INITIALS =
            List.of("А. А.", "Б. В.", "В. Г.", "Д. Е.", "И. К.", "Л. М.", "Н. О.", "П. Р.", "С. Т.", "Ф. Я.");

    private final PersonRows people;
    private final AuthorityRows authorities;
    private final Passwords passwords;
    private final Demo demo;
    private final Clock clock;

    DemoPeople(PersonRows people, AuthorityRows authorities, Passwords passwords, Demo demo, Clock clock) {
        this.people = people;
        this.authorities = authorities;
        this.passwords = passwords;
        this.demo = demo;
        this.clock = clock;
    }

    void addIfNobody(List<Authority> all) {
        if (!demo.isOn()) {
            if (people.isEmpty()) {
                LOG.warn("В справочнике нет людей. Заведите администратора: ./otklik user create");
            }
            return;
        }
        if (people.isEmpty()) {
            new Filling(passwords.hash(Demo.PASSWORD)).fill(all);
        }
        LOG.warn("Демонстрация: люди вымышлены, пароль у всех один — {}. Выключить: OTKLIK_DEMO=false", Demo.PASSWORD);
    }

    private class Filling {

        private final String hash; // one for all: a hundred of bcrypt's would hold the start for ten seconds
        private int count;

        Filling(String hash) {
            this.hash = hash;
        }

        void fill(List<Authority> all) {
            add("operator", "оператор ЦУР", null, Role.OPERATOR);
            add("operator2", "оператор ЦУР", null, Role.OPERATOR);
            add("approver", "руководитель смены ЦУР", null, Role.APPROVER);
            add("approver2", "руководитель смены ЦУР", null, Role.APPROVER);
            add("controller", "управление по работе с обращениями граждан", null, Role.CONTROLLER);
            add("admin", "администратор системы", null, Role.ADMINISTRATOR);
            int[] chairs = new int[3];
            for (int i = 0; i < chairs.length; i++) {
                String position = "заместитель председателя Правительства края";
                chairs[i] =
                        authorities.addDeputyChair(add("chair" + (i + 1), position, null, Role.CONTROLLER), position);
            }
            Authority unready = all.stream()
                    .filter(a -> a.kind() == Authority.Kind.EXECUTIVE)
                    .reduce((first, second) -> second)
                    .orElse(null);
            for (int i = 0; i < all.size(); i++) {
                Authority authority = all.get(i);
                authorities.setOverseer(authority.id(), chairs[i % chairs.length]);
                add(authority.code() + "-deputy", "заместитель руководителя", authority.id(), Role.DEPUTY_HEAD);
                if (authority != unready) { // one is left without, to show the refusal of clause 8
                    add(authority.code() + "-executor", "главный специалист", authority.id(), Role.EXECUTOR);
                }
            }
        }

        private String add(String login, String position, @Nullable Integer authority, Role role) {
            String name = SURNAMES.get(count % SURNAMES.size()) + " " + INITIALS.get(count % INITIALS.size());
            count++;
            people.add(new Staffing.Draft(login, name, position, authority, Set.of(role)), true, hash, clock.instant());
            return name;
        }
    }
}
