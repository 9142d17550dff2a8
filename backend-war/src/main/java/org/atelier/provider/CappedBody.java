package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The bytes of an answer, but never more than we are ready to hold. */
final class CappedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription arrived) {
        subscription = arrived;
        arrived.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            if (bytes.size() + piece.remaining() > Wire.MAX_BODY) {
                subscription.cancel();
                body.completeExceptionally(Failures.garbage("answered more than " + Wire.MAX_BODY + " bytes"));
                return;
            }
            byte[] part = new byte[piece.remaining()];
            piece.get(part);
            bytes.write(part, 0, part.length);
        }
        subscription.request(1);
    }

    @Override
    public void onError(Throwable error) {
        body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }
}
