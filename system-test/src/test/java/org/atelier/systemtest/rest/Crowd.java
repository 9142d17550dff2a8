package org.atelier.systemtest.rest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers at the same moment. */
final class Crowd {
    private Crowd() {}

    /** Each on a thread of its own, however few cores there are. @return what each call gave, in their order */
    static <T> List<T> atOnce(int calls, IntFunction<T> call) {
        var threads = Executors.newFixedThreadPool(calls);
        try {
            var under = IntStream.range(0, calls)
                    .mapToObj(one -> CompletableFuture.supplyAsync(() -> call.apply(one), threads))
                    .toList();
            return under.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
