package ru.otklik.publication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.casework.Posting;
import ru.otklik.networks.Networks;

@Configuration(proxyBeanMethods = false)
class PublicationWiring {

    @Bean
    Posting posting(Networks networks) {
        return networks::posts;
    }

    @Bean
    RecurringTask<Void> sendAnswers(ObjectProvider<Sending> sending) {
        return Tasks.recurring("send-answers", FixedDelay.ofSeconds(1))
                .execute((instance, context) -> sending.getObject().sendDue());
    }
}
