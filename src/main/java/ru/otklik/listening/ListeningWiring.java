package ru.otklik.listening;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.casework.Assessment;
import ru.otklik.casework.Incidents;

@Configuration(proxyBeanMethods = false)
class ListeningWiring {

    /** Without the stage of intake, a post becomes an incident as it is. */
    @Bean
    @ConditionalOnMissingBean
    Inbox plainInbox(Incidents incidents) {
        return message -> incidents.receive(message, Assessment.NONE, null);
    }

    @Bean
    RecurringTask<Void> hearNetworks(ObjectProvider<Listening> listening) {
        return Tasks.recurring("hear-networks", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> listening.getObject().hearAll());
    }
}
