package org.atelier.provider;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.atelier.provider.FilmSubmission.Accepted;

/** The demo server as films are asked of it, and what every test of them does first. */
final class Reels implements AutoCloseable {

    static final String QUICK = "bench/film-delay-20";

    private final Upstream upstream = new Upstream();

    Upstream upstream() {
        return upstream;
    }

    Films films() {
        return upstream.client().films();
    }

    static ProviderModel model(String id) {
        return new ProviderModel(
                id,
                id,
                id,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Modality.TEXT, Modality.IMAGE),
                Set.of(Modality.VIDEO),
                new Prices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static FilmRequest ask(String model) {
        return FilmRequest.of(model(model), "A boat at sunset");
    }

    FilmSubmission submit(FilmRequest request, CallRecorder recorder) throws Exception {
        return films().submit(request, recorder).submission().get(60, TimeUnit.SECONDS);
    }

    FilmTicket accepted(FilmRequest request) throws Exception {
        return ((Accepted) submit(request, new Recorded())).ticket();
    }

    /** What is told when it is over; passing trouble is waited out, as a worker does. */
    FilmReport over(FilmTicket ticket) {
        AtomicReference<FilmReport> last = new AtomicReference<>();
        Eventually.holds(() -> {
            films().look(ticket)
                    .handle((report, error) -> report)
                    .thenAccept(last::set)
                    .get(60, TimeUnit.SECONDS);
            return last.get() != null && last.get().state().isOver();
        });
        return last.get();
    }

    FilmFile fetched(FilmTicket ticket, Path file, FilmLimits limits) throws Exception {
        return outcome(films().fetch(ticket, over(ticket).contents(), file, limits));
    }

    static <T> T outcome(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    static ProviderFailure failureOf(CompletableFuture<?> future) throws Exception {
        try {
            throw new AssertionError("It did not fail but gave " + outcome(future));
        } catch (ExecutionException failed) {
            return (ProviderFailure) failed.getCause();
        }
    }

    @Override
    public void close() {
        upstream.close();
    }
}
