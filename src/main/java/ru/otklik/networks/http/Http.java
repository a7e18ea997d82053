package ru.otklik.networks.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.NetworkFault.Kind;
import ru.otklik.networks.NetworkSettings;

/** HTTP to a network: within a time, up to a size, and with each way to break told apart. */
@Component
public class Http {

    /** Bytes of an answer; the largest page of any network's list is far below. */
    private static final int LARGEST = 8 << 20;

    /** @param body never longer than {@link #LARGEST} */
    public record Got(int status, HttpHeaders headers, byte[] body) {

        public boolean isBroken() {
            return status >= 500;
        }
    }

    private final HttpClient client;
    private final Duration answer;

    Http(NetworkSettings settings) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.answer = settings.answer();
    }

    /** @throws NetworkFault of kind {@code TROUBLE} that says whether the request may have arrived */
    public Got send(HttpRequest request) {
        return send(request, Duration.ZERO);
    }

    /** @param longer on top of the usual time, for a call that waits on purpose */
    public Got send(HttpRequest request, Duration longer) {
        var call = client.sendAsync(request, head -> new Bounded(LARGEST));
        try {
            HttpResponse<byte[]> got = call.get(answer.plus(longer).toMillis(), TimeUnit.MILLISECONDS);
            return new Got(got.statusCode(), got.headers(), got.body());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw trouble(
                    "Сеть не ответила за %d с.".formatted(answer.plus(longer).toSeconds()), false, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw trouble("Обращение к сети прервано.", false, e);
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        }
    }

    private static NetworkFault broken(@Nullable Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof ConnectException
                    || t instanceof HttpConnectTimeoutException
                    || t instanceof UnresolvedAddressException) {
                return trouble("С сетью нет соединения.", true, cause);
            }
            if (t instanceof Bounded.TooLarge) {
                return new NetworkFault(Kind.NONSENSE, "Ответ сети слишком велик.", null, false, cause);
            }
        }
        return cause instanceof IOException
                ? trouble("Связь с сетью прервалась.", false, cause)
                : new NetworkFault(Kind.NONSENSE, "Обращение к сети не удалось.", null, false, cause);
    }

    private static NetworkFault trouble(String sentence, boolean undone, @Nullable Throwable cause) {
        return new NetworkFault(Kind.TROUBLE, sentence, null, undone, cause);
    }
}
