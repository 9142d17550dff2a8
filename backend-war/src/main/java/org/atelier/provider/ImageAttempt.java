package org.atelier.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/** One request for pictures on the wire, and the fetching of those that came as addresses. Nothing is left on disk when it fails. */
final class ImageAttempt {

    private static final System.Logger LOG = System.getLogger(ImageAttempt.class.getName());

    /** As base64 four times the largest picture that is kept. */
    private static final long MOST_BYTES = 256L << 20;

    private final Outbound outbound;
    private final Duration patience;
    private final ProviderTarget target;
    private final Path folder;
    private final PictureSieve sieve;
    private final ImageReceiver receiver;
    private volatile Outbound.Sending sending = () -> {};

    ImageAttempt(ProviderClient client, ProviderTarget target, Path folder) {
        this.outbound = client.outbound();
        this.patience = client.limits().picture();
        this.target = target;
        this.folder = folder;
        this.sieve = new PictureSieve(folder, MOST_BYTES);
        this.receiver = new ImageReceiver(sieve);
    }

    CompletableFuture<PictureReply> send(String path, byte[] json) {
        try {
            sending = outbound.send(outbound.post(target, path, json), receiver);
        } catch (RuntimeException impossible) {
            return CompletableFuture.failedFuture(impossible);
        }
        Outbound.Alarm alarm =
                outbound.after(patience, () -> abandon(Kind.TIMEOUT, "The provider was silent for " + patience));
        return receiver.whole()
                .whenComplete((head, error) -> alarm.callOff())
                .thenApplyAsync(this::read, outbound.threads())
                .thenCompose(this::fetched)
                .whenComplete((reply, error) -> {
                    sieve.close();
                    if (error != null) {
                        sending.abandon();
                    }
                    if (error != null || reply.failure().isPresent()) {
                        remove(sieve.pictures());
                    }
                });
    }

    void cancel() {
        outbound.threads().execute(() -> abandon(Kind.CANCELLED, "We stopped the call"));
    }

    private void abandon(Kind kind, String why) {
        receiver.whole().completeExceptionally(new ProviderFailure(kind, Charge.UNKNOWN, why));
    }

    private PictureReply read(Receiver.Head head) {
        return PictureReply.read(sieve, folder, head.header("X-Generation-Id"));
    }

    /** The picture is paid for: one that cannot be fetched must not take its sisters along. */
    private CompletableFuture<PictureReply> fetched(PictureReply reply) {
        CompletableFuture<List<Path>> files = CompletableFuture.completedFuture(new ArrayList<>(reply.files()));
        for (URI address : reply.addresses()) {
            files = files.thenCompose(some -> new Download(outbound, target, patience, ArrivingFile.picture(folder))
                    .fetch(address)
                    .handle((file, error) -> {
                        if (error == null) {
                            some.add(file);
                        } else {
                            LOG.log(
                                    System.Logger.Level.WARNING,
                                    "A picture could not be fetched: {0}",
                                    error.getMessage());
                        }
                        return some;
                    }));
        }
        return files.thenApply(all -> reply.withFiles(all));
    }

    private static void remove(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                LOG.log(System.Logger.Level.WARNING, "A temporary file stays: {0}", stays.getMessage());
            }
        }
    }
}
