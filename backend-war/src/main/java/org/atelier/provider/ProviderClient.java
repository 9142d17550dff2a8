package org.atelier.provider;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one client for every server of this protocol. Nothing blocks and no call owns a thread; futures fail with
 * {@link ProviderFailure}. The target is asked for at every request, so that a key that arrives later is taken up.
 */
public final class ProviderClient implements AutoCloseable {

    public ProviderClient(Supplier<ProviderTarget> target, CallLimits limits) {}

    /** Every model of every kind; what cannot be understood is left out, not fatal. */
    public CompletableFuture<List<ProviderModel>> models() {
        throw new UnsupportedOperationException();
    }

    /** Whether the key works, without cost; on servers that know no keys, whether the server answers. */
    public CompletableFuture<KeyState> key() {
        throw new UnsupportedOperationException();
    }

    /**
     * A streamed answer. The listener is called in order, never by two threads at once; it must not block, since its
     * slowness is what slows the provider down.
     */
    public ChatCall stream(ChatRequest request, CallRecorder recorder, Consumer<ChatEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** A whole answer. Cancelling the future ends the exchange. */
    public CompletableFuture<ChatAnswer> complete(ChatRequest request, CallRecorder recorder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
