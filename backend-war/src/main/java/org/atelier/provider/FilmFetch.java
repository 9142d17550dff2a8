package org.atelier.provider;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Details;
import org.atelier.provider.ProviderFailure.Kind;

/** Brings a film to a file from the first of its addresses that has it. */
final class FilmFetch {

    private final ProviderClient client;
    private final ProviderTarget target;
    private final FilmLimits limits;
    private final Path file;
    private final CompletableFuture<FilmFile> result = new CompletableFuture<>();
    private volatile Download running;

    FilmFetch(ProviderClient client, ProviderTarget target, FilmLimits limits, Path file) {
        this.client = client;
        this.target = target;
        this.limits = limits;
        this.file = file;
    }

    CompletableFuture<FilmFile> fetch(FilmTicket ticket, List<String> contents) {
        Outbound.Alarm deadline = client.outbound().after(limits.total(), () -> end(tooSlow()));
        result.whenComplete((film, error) -> {
            deadline.callOff();
            if (error != null) {
                running.abandon(error);
            }
        });
        next(FilmAddresses.contents(target, ticket, contents), Optional.empty());
        return result;
    }

    /** @param before why the address before this one did not do */
    private void next(List<URI> addresses, Optional<ProviderFailure> before) {
        if (addresses.isEmpty()) {
            end(before.orElseThrow());
            return;
        }
        ArrivingFile arriving = ArrivingFile.film(file, limits.mostBytes());
        Download download = new Download(client.outbound(), target, limits.idle(), arriving);
        running = download;
        if (result.isDone()) {
            return;
        }
        download.fetch(addresses.get(0)).whenComplete((path, error) -> {
            if (error == null) {
                result.complete(new FilmFile(path, arriving.mediaType(), arriving.bytes()));
                return;
            }
            ProviderFailure why = before.orElseGet(() -> paid(FilmAttempt.asFailure(error)));
            if (arriving.isTooLong()) {
                end(why);
            } else {
                next(addresses.subList(1, addresses.size()), Optional.of(why));
            }
        });
    }

    private void end(ProviderFailure why) {
        result.completeExceptionally(why);
    }

    private ProviderFailure tooSlow() {
        return new ProviderFailure(
                Kind.TIMEOUT, Charge.CERTAINLY, "The film did not come within " + limits.total(), Details.NONE, null);
    }

    /** Whatever goes wrong here, the film was made. */
    private ProviderFailure paid(ProviderFailure failure) {
        return failure.charged().without(target.key().get());
    }
}
