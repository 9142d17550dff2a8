package org.atelier.frontend.backend;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Publisher;

/** The one HTTP client of the proxy. Its few threads never wait, so they carry any number of open streams. */
@ApplicationScoped
class ProxyClient {

    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, ProxyClient::daemon);

    /** HTTP/1.1, because the upgrade that the client would offer otherwise makes some servers drop a body. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(threads)
            .build();

    CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> send(HttpRequest call) {
        return http.sendAsync(call, BodyHandlers.ofPublisher());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "atelier-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
