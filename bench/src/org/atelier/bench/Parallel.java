package org.atelier.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Something that is done so many times altogether. */
final class Parallel {
    @FunctionalInterface
    interface Turn {
        void once(Wire wire) throws IOException;
    }

    private Parallel() {}

    static void times(int connections, int turns, Turn turn, Target target) {
        var left = new AtomicInteger(turns);
        var threads = Executors.newFixedThreadPool(connections);
        try {
            CompletableFuture.allOf(IntStream.range(0, connections)
                            .mapToObj(number -> CompletableFuture.runAsync(() -> repeat(left, turn, target), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void repeat(AtomicInteger left, Turn turn, Target target) {
        try (var wire = target.open()) {
            while (left.getAndDecrement() > 0) {
                turn.once(wire);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
