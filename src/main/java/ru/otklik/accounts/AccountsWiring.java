package ru.otklik.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsWiring {

    /** Looks often, so that an account asked for early is not kept waiting; each is checked when it is due. */
    @Bean
    RecurringTask<Void> probeAccounts(ObjectProvider<Probing> probing) {
        return Tasks.recurring("probe-accounts", FixedDelay.ofSeconds(20))
                .execute((instance, context) -> probing.getObject().probeDue());
    }
}
