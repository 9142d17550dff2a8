package org.atelier.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one client for every server of this protocol. Nothing blocks and no call owns a thread; futures fail with
 * {@link ProviderFailure}. The target is asked for at every request, so that a key that arrives later is taken up.
 */
public final class ProviderClient implements AutoCloseable {

    private final Supplier<ProviderTarget> target;
    private final CallLimits limits;
    private final CallWatcher watcher;
    private final Outbound outbound;
    private final Gate gate;
    private final ModelLists lists;
    private final Pictures pictures;
    private final Films films;
    private final Set<ChatCall> underWay = ConcurrentHashMap.newKeySet();

    public ProviderClient(Supplier<ProviderTarget> target, CallLimits limits) {
        this(target, limits, CallWatcher.NOBODY);
    }

    public ProviderClient(Supplier<ProviderTarget> target, CallLimits limits, CallWatcher watcher) {
        this.watcher = watcher;
        this.target = target;
        this.limits = limits;
        this.outbound = new Outbound(limits.connect());
        this.gate = new Gate(limits.callsAtOnce());
        this.pictures = new Pictures(outbound, limits.picture());
        this.films = new Films(this, target);
        this.lists = new ModelLists(new Reads(outbound, limits));
    }

    /** Every model of every kind; what cannot be understood is left out, not fatal. */
    public CompletableFuture<List<ProviderModel>> models() {
        return lists.models(target.get());
    }

    /** Whether the key works, without cost; on servers that know no keys, whether the server answers. */
    public CompletableFuture<KeyState> key() {
        return lists.key(target.get());
    }

    /** What a call really used and cost; the provider knows it only a moment after its end, and says until then that it knows nothing. */
    public CompletableFuture<Usage> generation(String id) {
        return lists.generation(target.get(), id);
    }

    /**
     * A streamed answer. The listener is called in order, never by two threads at once; it must not block, since its
     * slowness is what slows the provider down.
     */
    public ChatCall stream(ChatRequest request, CallRecorder recorder, Consumer<ChatEvent> listener) {
        return call(request, true, recorder, listener);
    }

    /** A whole answer, told as {@link #stream} tells a streamed one. */
    public ChatCall answer(ChatRequest request, CallRecorder recorder, Consumer<ChatEvent> listener) {
        return call(request, false, recorder, listener);
    }

    /** A whole answer. Cancelling the future ends the exchange. */
    public CompletableFuture<ChatAnswer> complete(ChatRequest request, CallRecorder recorder) {
        AnswerCollector collector = new AnswerCollector();
        ChatCall call = call(request, false, recorder, collector);
        CompletableFuture<ChatAnswer> answer = collector.answer();
        answer.whenComplete((done, error) -> {
            if (answer.isCancelled()) {
                call.cancel();
            }
        });
        return answer;
    }

    private ChatCall call(ChatRequest request, boolean streamed, CallRecorder recorder, Consumer<ChatEvent> listener) {
        PaidExchange exchange = new PaidExchange(this, target.get(), request, streamed, recorder, listener);
        exchange.start();
        return exchange;
    }

    /**
     * Pictures, by the door that the model and the dialect ask for. They come as files.
     *
     * @param folder where the files are made; whoever gets them removes them
     */
    public ImageCall images(ImageRequest request, Path folder, CallRecorder recorder) {
        ImageExchange exchange = new ImageExchange(this, target.get(), request, folder, recorder);
        exchange.start();
        return exchange;
    }

    /**
     * Makes a file of a picture that an answer named, by a data URL or an address; costs nothing.
     *
     * @param folder where the file is made; whoever gets it removes it
     */
    public CompletableFuture<Path> picture(String url, Path folder) {
        return pictures.file(target.get(), url, folder);
    }

    /** Films: handed in, asked after, fetched. */
    public Films films() {
        return films;
    }

    boolean begins(ChatCall exchange) {
        return gate.enter() && underWay.add(exchange);
    }

    void ended(ChatCall exchange) {
        gate.leave();
        underWay.remove(exchange);
    }

    /** @return paid calls that have been sent or are about to be, and have not ended */
    public int callsUnderWay() {
        return gate.inside();
    }

    CallWatcher watcher() {
        return watcher;
    }

    Outbound outbound() {
        return outbound;
    }

    Gate gate() {
        return gate;
    }

    CallLimits limits() {
        return limits;
    }

    /** Stops what is under way, so that its end is still recorded, and gives it a few seconds. */
    @Override
    public void close() {
        underWay.forEach(ChatCall::cancel);
        outbound.close(Duration.ofSeconds(5));
    }
}
