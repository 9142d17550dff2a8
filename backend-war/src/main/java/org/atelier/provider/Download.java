package org.atelier.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches one picture or film by an address that the provider gave, once, to a file. The key goes only to the configured origin; any other
 * address, and each one that a redirect leads to, must be public. A silent server is left, however long it has been sending.
 */
final class Download implements Receiver {

    private static final int MOST_REDIRECTS = 3;

    private final Outbound outbound;
    private final ProviderTarget target;
    private final Duration patience;
    private final ArrivingFile file;
    private final CompletableFuture<Path> fetched = new CompletableFuture<>();

    private volatile long lastSign = System.nanoTime();
    private volatile Outbound.Sending sending = () -> {};
    private URI address;
    private int redirects;
    private Head head;

    Download(Outbound outbound, ProviderTarget target, Duration patience, ArrivingFile file) {
        this.outbound = outbound;
        this.target = target;
        this.patience = patience;
        this.file = file;
    }

    CompletableFuture<Path> fetch(URI from) {
        ask(from);
        watch(patience);
        return fetched.exceptionallyComposeAsync(
                error -> {
                    sending.abandon();
                    file.remove();
                    return CompletableFuture.failedFuture(error);
                },
                outbound.threads());
    }

    /** Ends it from our side. */
    void abandon(Throwable why) {
        fetched.completeExceptionally(why);
    }

    private void ask(URI next) {
        address = next;
        head = null;
        try {
            sending = outbound.send(outbound.download(target, next), this);
        } catch (RuntimeException impossible) {
            fetched.completeExceptionally(impossible);
        }
    }

    private void watch(Duration pause) {
        outbound.after(pause, () -> {
            Duration rest = patience.minusNanos(System.nanoTime() - lastSign);
            if (fetched.isDone()) {
                return;
            }
            if (rest.isNegative() || rest.isZero()) {
                fetched.completeExceptionally(Failures.garbage("was silent while " + file.what() + " was fetched"));
            } else {
                watch(rest);
            }
        });
    }

    @Override
    public void head(Head arrived) {
        lastSign = System.nanoTime();
        head = arrived;
        if (arrived.status() / 100 == 3) {
            return;
        }
        try {
            if (!arrived.success()) {
                throw Failures.ofStatus(arrived.status(), arrived.header("Retry-After"), new byte[0]);
            }
            file.announced(length(arrived));
        } catch (ProviderFailure refused) {
            fetched.completeExceptionally(refused);
        }
    }

    private static long length(Head arrived) {
        try {
            return arrived.header("Content-Length").map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }

    @Override
    public void piece(ByteBuffer piece) {
        lastSign = System.nanoTime();
        if (fetched.isDone() || !head.success()) {
            return;
        }
        try {
            file.take(piece);
        } catch (IOException | ProviderFailure impossible) {
            fetched.completeExceptionally(impossible);
        }
    }

    @Override
    public void pause() {
        // It is told when it is whole.
    }

    @Override
    public void end() {
        if (fetched.isDone()) {
            return;
        }
        if (head.status() / 100 == 3) {
            redirected();
            return;
        }
        try {
            fetched.complete(file.whole());
        } catch (IOException | ProviderFailure impossible) {
            fetched.completeExceptionally(impossible);
        }
    }

    private void redirected() {
        if (head.header("Location").isEmpty() || ++redirects > MOST_REDIRECTS) {
            fetched.completeExceptionally(Failures.garbage("led the address of " + file.what() + " in circles"));
            return;
        }
        try {
            URI next = address.resolve(head.header("Location").get());
            outbound.threads().execute(() -> ask(next));
        } catch (IllegalArgumentException nonsense) {
            fetched.completeExceptionally(Failures.garbage("led to an address that is none"));
        }
    }

    @Override
    public void broken(Throwable why) {
        fetched.completeExceptionally(why);
    }
}
