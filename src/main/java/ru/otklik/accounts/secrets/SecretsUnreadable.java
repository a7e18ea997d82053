package ru.otklik.accounts.secrets;

import org.jspecify.annotations.Nullable;
import ru.otklik.networks.NetworkFault;

/**
 * The key is not there, or is another one. It says nothing of the token, and goes by itself once the key is back: for
 * whoever speaks to a network it is a trouble like any other.
 */
public final class SecretsUnreadable extends NetworkFault {

    SecretsUnreadable(String sentence, @Nullable Throwable cause) {
        super(Kind.TROUBLE, sentence, null, true, cause);
    }
}
