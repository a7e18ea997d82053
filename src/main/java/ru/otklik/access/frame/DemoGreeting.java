package ru.otklik.access.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.otklik.directory.Demo;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;
import ru.otklik.web.Greeting;

/** How to sign in for a first look, while the demo is on; and how the first administrator comes in. */
@Component
class DemoGreeting implements Greeting {

    private final Demo demo;
    private final People people;

    DemoGreeting(Demo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @Override
    public List<String> lines() {
        if (people.list().stream().noneMatch(p -> p.active() && p.has(Role.ADMINISTRATOR))) {
            return List.of("Нет ни одного администратора. Заведите его: ./otklik user create --login admin "
                    + "--name \"Фамилия И. О.\" --position \"администратор\" --role administrator");
        }
        var signIns = demo.isOn() ? people.demoOfEachRole() : List.<Person>of();
        if (signIns.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("Демонстрация: люди вымышлены, пароль у всех один: " + Demo.PASSWORD);
        signIns.forEach(p -> lines.add(
                "  " + p.login() + ": " + p.roles().stream().map(Role::title).collect(Collectors.joining(", "))));
        lines.add("Выключить демонстрацию: OTKLIK_DEMO=false");
        return lines;
    }
}
