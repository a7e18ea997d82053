package ru.otklik.directory;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.worktime.WorkingHours;

@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    @Bean
    Authorities.HoursCheck hoursCheck() {
        return text -> {
            try {
                WorkingHours.parse(text);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.ofNullable(e.getMessage());
            }
        };
    }
}
