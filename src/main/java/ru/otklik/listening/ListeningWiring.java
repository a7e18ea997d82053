package ru.otklik.listening;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListeningWiring {

    @Bean
    RecurringTask<Void> hearNetworks(ObjectProvider<Listening> listening) {
        return Tasks.recurring("hear-networks", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> listening.getObject().hearAll());
    }
}
