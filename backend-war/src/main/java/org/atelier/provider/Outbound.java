package org.atelier.provider;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * The one door to the network: every request of the backend is built here, from the configured base URL and a path of
 * our own. Redirects are not followed, so neither the key nor a prompt can be led elsewhere.
 */
final class Outbound {

    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor clock;
    private final HttpClient http;

    Outbound(Duration connectTimeout) {
        threads = Executors.newFixedThreadPool(THREADS, daemons("provider-"));
        clock = new ScheduledThreadPoolExecutor(1, daemons("provider-clock-"));
        clock.setRemoveOnCancelPolicy(true);
        http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
    }

    HttpRequest get(ProviderTarget target, String path) {
        return request(target, path).GET().build();
    }

    HttpRequest post(ProviderTarget target, String path, byte[] json) {
        return request(target, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
    }

    /**
     * HTTP/1.1 always: over plain http some servers drop the body when the upgrade to HTTP/2 is tried, and over https the
     * streams of one connection are limited to about a hundred, beyond which this JDK's client fails.
     */
    private static HttpRequest.Builder request(ProviderTarget target, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.baseUrl() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("User-Agent", "Atelier");
        target.key().get().map(Outbound::checked).ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    /** Here and not in the JDK, whose complaint would quote the key. */
    private static String checked(String key) {
        if (key.isEmpty() || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new ProviderFailure(
                    Kind.KEY_REFUSED, Charge.CERTAINLY_NOT, "The provider key is empty or holds blanks or odd letters");
        }
        return key;
    }

    <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
        return http.sendAsync(request, handler);
    }

    /** For what must not run on its caller's thread, nor on the clock's. */
    Executor threads() {
        return threads;
    }

    /** Runs it later on a thread of ours; the result can be cancelled. */
    Alarm after(Duration pause, Runnable then) {
        var waiting = clock.schedule(() -> threads.execute(then), pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    /** Something that will happen unless it is called off. */
    interface Alarm {
        void callOff();
    }

    /** Whether this error says that not a byte of the request was received by the provider. */
    static boolean neverSent(Throwable error) {
        return error instanceof ConnectException
                || error instanceof HttpConnectTimeoutException
                || error instanceof SSLHandshakeException;
    }

    /** Lets what is queued end, but waits no longer than this. */
    void close(Duration grace) {
        clock.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
