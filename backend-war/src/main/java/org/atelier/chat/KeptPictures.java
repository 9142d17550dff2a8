package org.atelier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.atelier.media.MediaFile;

/** The pictures of one answer while they become files. */
final class KeptPictures {
    private static final int MOST = 16;

    private final Function<String, CompletableFuture<Optional<MediaFile>>> keeper;
    private final List<CompletableFuture<Optional<MediaFile>>> pictures = new ArrayList<>();

    /** @param keeper makes a file of a picture that its address names */
    KeptPictures(Function<String, CompletableFuture<Optional<MediaFile>>> keeper) {
        this.keeper = keeper;
    }

    synchronized void keep(String url) {
        if (pictures.size() < MOST) {
            pictures.add(keeper.apply(url));
        }
    }

    synchronized boolean isEmpty() {
        return pictures.isEmpty();
    }

    /** @return completed when each of them is a file or never will be one */
    synchronized CompletableFuture<Void> done() {
        return CompletableFuture.allOf(pictures.toArray(CompletableFuture[]::new));
    }

    /** @return those that are files; to be asked when it is {@link #done} */
    synchronized List<MediaFile> files() {
        return pictures.stream().flatMap(kept -> kept.join().stream()).toList();
    }
}
