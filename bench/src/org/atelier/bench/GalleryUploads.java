package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** What ten uploads at the limit cost in memory: while they arrive, and while they are looked at. */
final class GalleryUploads {
    private final Target atelier;
    private final Heap heap;
    private final Processes.One backend;

    GalleryUploads(Target atelier, long pid) {
        this.atelier = atelier;
        this.heap = new Heap(pid);
        this.backend = new Processes.One(pid);
    }

    void measure() throws IOException {
        // 24.9 MB, and one that has gone before, so that what the first one loads is not counted.
        var picture = Noise.png(2950, 2950);
        Upload.whole(atelier, picture);
        Report.heading(
                "Uploads of " + Math.round(picture.length / 1048576.0) + " MB",
                "at once",
                "taken",
                "heap before (MB)",
                "heap when all have arrived (MB)",
                "heap used at most (MB)",
                "heap after (MB)",
                "RSS before (MB)",
                "RSS at most (MB)",
                "seconds");
        for (var uploads : new int[] {1, 10}) {
            measure(picture, uploads);
        }
        Report.note("The heap before, when all have arrived, and after is what a collection leaves.");
    }

    private void measure(byte[] picture, int number) throws IOException {
        var before = heap.live();
        var rssBefore = backend.megabytes();
        var uploads = new ArrayList<Upload>();
        var begin = System.nanoTime();
        for (var one = 0; one < number; one++) {
            uploads.add(new Upload(atelier, picture));
        }
        var arrived = heap.live();
        var ends = ended(uploads);
        var heapAtMost = heap.used();
        var rssAtMost = backend.megabytes();
        while (!CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).isDone()) {
            heapAtMost = Math.max(heapAtMost, heap.used());
            rssAtMost = Math.max(rssAtMost, backend.megabytes());
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        var taken = ends.stream().filter(end -> end.join() == 201).count();
        Report.row(number, taken, before, arrived, heapAtMost, heap.live(), rssBefore, rssAtMost, seconds);
    }

    private static List<CompletableFuture<Integer>> ended(List<Upload> uploads) {
        var threads = Executors.newFixedThreadPool(uploads.size());
        var ends = uploads.stream()
                .map(upload -> CompletableFuture.supplyAsync(() -> end(upload), threads))
                .toList();
        threads.shutdown();
        return ends;
    }

    private static int end(Upload upload) {
        try (upload) {
            return upload.end().status();
        } catch (IOException lost) {
            System.err.println("An upload was lost: " + lost.getMessage());
            return 0;
        }
    }
}
