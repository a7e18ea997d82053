package ru.otklik.sandbox.wire;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Calls of a network to a registered address: in order, and again after a failure, a few times. */
@Component
public class Deliveries {

    private static final int MOST_WAITING = 10_000;
    private static final Duration[] PAUSES = {
        Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20)
    };

    /** @param status 0: no answer at all */
    public record Answer(int status, String body) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, ThreadPoolExecutor> lines = new ConcurrentHashMap<>();

    /** One after another for each address; what does not fit is lost, as with a network. */
    public void later(String address, Runnable work) {
        lines.computeIfAbsent(address, a -> line()).execute(work);
    }

    /** Returns the last answer; tries again until it is accepted or the tries are over. */
    public Answer send(URI url, Map<String, String> headers, String body, Predicate<Answer> accepted) {
        Answer answer = once(url, headers, body);
        for (int i = 0; i < PAUSES.length && !accepted.test(answer); i++) {
            try {
                Thread.sleep(PAUSES[i].toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = once(url, headers, body);
        }
        return answer;
    }

    private Answer once(URI url, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var got = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(got.statusCode(), got.body().strip());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }

    private static ThreadPoolExecutor line() {
        var one = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> {
                    var thread = new Thread(work, "sandbox-delivery");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @PreDestroy
    void stop() {
        lines.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
