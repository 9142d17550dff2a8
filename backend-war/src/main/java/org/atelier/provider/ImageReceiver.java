package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** Takes one answer with pictures off the wire: a success through the sieve, a refusal as it is. */
final class ImageReceiver implements Receiver {

    private static final int MAX_ERROR_BODY = 64 * 1024;

    private final PictureSieve sieve;
    private final CompletableFuture<Head> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();
    private Head head;

    ImageReceiver(PictureSieve sieve) {
        this.sieve = sieve;
    }

    /** Completes when all has come; fails with whatever went wrong, a refusal by its status included. */
    CompletableFuture<Head> whole() {
        return whole;
    }

    @Override
    public void head(Head arrived) {
        head = arrived;
    }

    @Override
    public void piece(ByteBuffer bytes) {
        if (whole.isDone()) {
            return;
        }
        if (head.success()) {
            try {
                sieve.accept(bytes);
            } catch (RuntimeException impossible) {
                whole.completeExceptionally(impossible);
            }
        } else {
            byte[] some = new byte[Math.min(bytes.remaining(), MAX_ERROR_BODY - refusal.size())];
            bytes.get(some);
            refusal.writeBytes(some);
        }
    }

    @Override
    public void pause() {
        // It is told when it is whole.
    }

    @Override
    public void end() {
        if (head.success()) {
            whole.complete(head);
        } else {
            whole.completeExceptionally(
                    Failures.ofStatus(head.status(), head.header("Retry-After"), refusal.toByteArray()));
        }
    }

    @Override
    public void broken(Throwable why) {
        whole.completeExceptionally(why);
    }
}
