package ru.otklik.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import ru.otklik.networks.Access;
import ru.otklik.networks.Account;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.SilentNetwork;

/** Stands in for VK: says of tokens what a test tells it to. */
@TestConfiguration(proxyBeanMethods = false)
public class StubVk {

    public static class Vk extends SilentNetwork {

        public final List<Access> asked = new ArrayList<>();
        public Supplier<Account> says = () -> {
            throw new NetworkFault(NetworkFault.Kind.TROUBLE, "Сеть не отвечает.");
        };

        @Override
        public String key() {
            return "vk";
        }

        @Override
        public Account probe(Access access) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new AssertionError("a network is called inside a transaction");
            }
            asked.add(access);
            return says.get();
        }

        public void knows(String id) {
            says = () -> new Account(id, "Минпроб " + id, "https://vk.com/club" + id, true);
        }

        public void fails(NetworkFault.Kind kind) {
            says = () -> {
                throw new NetworkFault(kind, "Причина: " + kind.title() + ".");
            };
        }
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public Vk stubVk() {
        return new Vk();
    }
}
