package org.atelier.bench;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** How much gets through when so many do the same at once. */
final class Rate {
    /** Something that is done over and over. */
    @FunctionalInterface
    interface Turn {
        void once() throws Exception;
    }

    /** Prepares what one caller needs, for example its connection. */
    @FunctionalInterface
    interface Caller {
        Turn ready() throws Exception;
    }

    private Rate() {}

    /** @return turns a second, counted after a warm-up */
    static double perSecond(int callers, double warmUp, double seconds, Caller caller) {
        var counted = new AtomicLong();
        var begin = System.nanoTime() + (long) (warmUp * 1e9);
        var end = begin + (long) (seconds * 1e9);
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var all = IntStream.range(0, callers)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> repeat(caller, begin, end, counted), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            threads.shutdownNow();
        }
        return counted.get() / seconds;
    }

    private static void repeat(Caller caller, long begin, long end, AtomicLong counted) {
        try {
            var turn = caller.ready();
            for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                turn.once();
                if (now >= begin) {
                    counted.incrementAndGet();
                }
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
