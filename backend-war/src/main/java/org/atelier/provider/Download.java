package org.atelier.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches one picture by an address that the provider gave, once, to a file. The key goes only to the configured origin; any other
 * address, and each one that a redirect leads to, must be public. A silent server is left, however long it has been sending.
 */
final class Download implements Receiver {

    private static final int MOST_REDIRECTS = 3;
    private static final long MOST_BYTES = 64L << 20;

    private final Outbound outbound;
    private final ProviderTarget target;
    private final Duration patience;
    private final Path folder;
    private final CompletableFuture<Path> fetched = new CompletableFuture<>();

    private volatile long lastSign = System.nanoTime();
    private volatile Outbound.Sending sending = () -> {};
    private URI address;
    private int redirects;
    private Head head;
    private Path file;
    private OutputStream out;
    private long bytes;

    Download(Outbound outbound, ProviderTarget target, Duration patience, Path folder) {
        this.outbound = outbound;
        this.target = target;
        this.patience = patience;
        this.folder = folder;
    }

    CompletableFuture<Path> fetch(URI from) {
        ask(from);
        watch(patience);
        return fetched.whenComplete((done, error) -> {
            if (error != null) {
                sending.abandon();
                outbound.threads().execute(this::removeFile);
            }
        });
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
                fetched.completeExceptionally(Failures.garbage("was silent while a picture was fetched"));
            } else {
                watch(rest);
            }
        });
    }

    @Override
    public void head(Head arrived) {
        lastSign = System.nanoTime();
        head = arrived;
        if (!arrived.success() && arrived.status() / 100 != 3) {
            fetched.completeExceptionally(Failures.garbage("answered " + arrived.status() + " for a picture"));
        }
    }

    @Override
    public void piece(ByteBuffer piece) {
        lastSign = System.nanoTime();
        if (fetched.isDone() || !head.success()) {
            return;
        }
        try {
            if (file == null) {
                file = Files.createTempFile(folder, "picture", ".part");
                out = Files.newOutputStream(file);
            }
            byte[] some = new byte[piece.remaining()];
            piece.get(some);
            bytes += some.length;
            if (bytes > MOST_BYTES) {
                throw Failures.garbage("sent a picture of more than " + MOST_BYTES + " bytes");
            }
            out.write(some);
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
            if (file == null) {
                throw Failures.garbage("sent an empty picture");
            }
            out.close();
            fetched.complete(file);
        } catch (IOException | ProviderFailure impossible) {
            fetched.completeExceptionally(impossible);
        }
    }

    private void redirected() {
        if (head.header("Location").isEmpty() || ++redirects > MOST_REDIRECTS) {
            fetched.completeExceptionally(Failures.garbage("led a picture's address in circles"));
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

    private void removeFile() {
        try {
            if (out != null) {
                out.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            System.getLogger(Download.class.getName())
                    .log(System.Logger.Level.WARNING, "A temporary file stays: {0}", stays.getMessage());
        }
    }
}
