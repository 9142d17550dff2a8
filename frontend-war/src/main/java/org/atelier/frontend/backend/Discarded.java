package org.atelier.frontend.backend;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** Lets an answer go by that nobody wants, so that its connection can be used again. */
final class Discarded implements Flow.Subscriber<List<ByteBuffer>> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        // not wanted
    }

    @Override
    public void onError(Throwable failure) {
        // not wanted either
    }

    @Override
    public void onComplete() {
        // nothing left
    }
}
