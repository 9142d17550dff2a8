package org.atelier.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Films at the provider: handed in once, asked after until they are over, fetched. Each method makes one attempt and keeps nothing
 * in memory, so whoever has the {@link FilmTicket} on disk goes on after a restart; repeating is the caller's, who has the clock.
 */
public final class Films {

    private final ProviderClient client;
    private final Supplier<ProviderTarget> target;

    Films(ProviderClient client, Supplier<ProviderTarget> target) {
        this.client = client;
        this.target = target;
    }

    /**
     * Hands a film in: announced to the recorder, then sent, never sent again. The request leaves after {@link CallRecorder#opening} has
     * completed, which is the place for a step that must be on disk before.
     *
     * <p>The recorder hears the end of the submission, not of the film. An accepted one ends as {@link CallOutcome.Result#COMPLETED} with
     * {@link ProviderFailure.Charge#UNKNOWN} and usually without a cost, so that what was set aside counts until {@link FilmReport#usage()}
     * tells better.
     */
    public FilmCall submit(FilmRequest request, CallRecorder recorder) {
        FilmExchange exchange = new FilmExchange(client, target.get(), request, recorder);
        exchange.start();
        return exchange;
    }

    /**
     * Asks after a film, for nothing. Fails with a {@link ProviderFailure}: {@link ProviderFailure.Kind#BUSY} with
     * {@link ProviderFailure#retryAfter()} when it asks too often, status 404 when the provider does not know the film (which right after
     * the submission may pass), anything else when the provider has a bad moment.
     */
    public CompletableFuture<FilmReport> look(FilmTicket ticket) {
        return new FilmReads(client, target.get()).look(ticket);
    }

    /**
     * Fetches a film that is {@link FilmReport.State#COMPLETED} to this file, which is made, or emptied first, and removed on failure. The
     * key goes to the configured origin alone; an address elsewhere must be public. What is no MP4 or WebM by its first bytes, too long or
     * too slow fails with a {@link ProviderFailure} that is {@link ProviderFailure.Charge#CERTAINLY} charged: the film exists. Cancelling the
     * future ends the exchange.
     *
     * @param contents of the report; the first that can be fetched counts, and the provider's own content endpoint after them
     */
    public CompletableFuture<FilmFile> fetch(FilmTicket ticket, List<String> contents, Path file, FilmLimits limits) {
        return new FilmFetch(client, target.get(), limits, file).fetch(ticket, contents);
    }

    /**
     * Asks the provider to stop making a film.
     *
     * @return whether it said that it will; false where the protocol has no such request, as OpenRouter's
     */
    public CompletableFuture<Boolean> cancel(FilmTicket ticket) {
        return new FilmReads(client, target.get()).cancel(ticket);
    }
}
