package ru.otklik.networks.max;

import java.time.Duration;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.http.Fields;

/** Which calls are made again by themselves. */
final class Again {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final RetryTemplate READING = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(2)
            .delay(Duration.ofMillis(500))
            .multiplier(2)
            .predicate(Again::mayGoByItself)
            .build());

    /** Of all that a write may meet, this alone says surely that nothing is done and that it will be otherwise soon. */
    private static final RetryTemplate UNTIL_READY = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(4)
            .delay(Duration.ofMillis(500))
            .multiplier(2)
            .includes(MaxFaults.NotReady.class)
            .build());

    private Again() {}

    /** Until MAX has got the pictures ready. */
    static Fields untilReady(Retryable<Fields> call) {
        return again(UNTIL_READY, call);
    }

    /** When the trouble may be over. */
    static Fields reading(Retryable<Fields> call) {
        return again(READING, call);
    }

    private static Fields again(RetryTemplate tries, Retryable<Fields> call) {
        try {
            return tries.execute(call);
        } catch (RetryException e) {
            if (e.getLastException() instanceof NetworkFault fault) {
                throw fault;
            }
            throw new NetworkFault(Kind.TROUBLE, "Обращение к MAX прервано.", null, false, e);
        }
    }

    private static boolean mayGoByItself(Throwable thrown) {
        return thrown instanceof NetworkFault fault
                && (fault.kind() == Kind.TROUBLE
                        || fault.kind() == Kind.LIMIT
                                && fault.pause()
                                        .map(p -> p.compareTo(SHORT) <= 0)
                                        .orElse(false));
    }
}
