package ru.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.otklik.database.TestDatabase;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandApplicationTest {

    @Test
    void a_command_has_the_migrated_database_but_neither_web_nor_background_work() {
        var application = Otklik.commandApplication();
        application.setAdditionalProfiles("test");
        application.addPrimarySources(List.of(TestDatabase.class));
        try (var context = application.run(Otklik.COMMAND_SETTINGS)) {
            assertThat(context).isNotInstanceOf(WebServerApplicationContext.class);
            assertThat(context.getBeansOfType(Scheduler.class)).isEmpty();
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select count(*) from scheduled_tasks")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
