package org.atelier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Streamed answers: how soon they begin, how many get through, what a thousand cost, and what those do that never read. */
final class Streams {
    private static final String FIFTY = "bench/chunks-50";
    private static final String LONG = "bench/chunks-200-every-100";
    private static final String HUGE = "bench/chunks-20000";

    private final Target upstream;
    private final Target atelier;
    private final Processes.One backend;

    Streams(Target upstream, Target atelier, long backendPid) {
        this.upstream = upstream;
        this.atelier = atelier;
        this.backend = new Processes.One(backendPid);
    }

    void measure() throws IOException {
        firstChunk();
        Report.heading("Streams of 50 chunks, 32 connections", "direct, streams/s", "through, streams/s");
        Report.row(rate(upstream), rate(atelier));
        manyAtOnce(1000);
        readersThatNeverRead(50);
    }

    private void firstChunk() throws IOException {
        var direct = new Samples();
        var through = new Samples();
        try (var near = upstream.open();
                var far = atelier.open()) {
            for (var number = -1000; number < 1000; number++) {
                var first = upstream.ask(near, FIFTY, true).firstData();
                var second = atelier.ask(far, FIFTY, true).firstData();
                if (number >= 0) {
                    direct.add(first);
                    through.add(second);
                }
            }
        }
        Report.heading(
                "Time to the first chunk of 50, 1 connection (ms)",
                "direct p50",
                "direct p99",
                "through p50",
                "through p99",
                "added p50",
                "added p99");
        Report.row(
                direct.millis(0.5),
                direct.millis(0.99),
                through.millis(0.5),
                through.millis(0.99),
                through.millis(0.5) - direct.millis(0.5),
                through.millis(0.99) - direct.millis(0.99));
    }

    private static double rate(Target target) {
        return Rate.perSecond(32, 4, 6, () -> {
            var wire = target.open();
            return () -> target.ask(wire, FIFTY, true);
        });
    }

    /** Each stream lasts 20 s, so all are open together. */
    private void manyAtOnce(int streams) throws IOException {
        var before = backend.status("Threads");
        var memoryBefore = backend.megabytes();
        var whole = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(streams);
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var number = 0; number < streams; number++) {
            all.add(CompletableFuture.runAsync(() -> follow(whole), threads));
        }
        Pause.seconds(12);
        var during = backend.status("Threads");
        var memoryDuring = backend.megabytes();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        threads.shutdown();
        Report.heading(
                streams + " open streams at once, 10 chunks/s each",
                "threads before",
                "threads during",
                "RSS before (MB)",
                "RSS during (MB)",
                "streams that came whole");
        Report.row(before, during, memoryBefore, memoryDuring, whole.get());
    }

    private void follow(AtomicInteger whole) {
        try (var wire = atelier.open()) {
            var text = atelier.ask(wire, LONG, true).text();
            if (text.split("\"word ", -1).length > 200 && text.contains("done")) {
                whole.incrementAndGet();
            }
        } catch (IOException | RuntimeException lost) {
            System.err.println("A stream was lost: " + lost.getMessage());
        }
    }

    private void readersThatNeverRead(int readers) throws IOException {
        var calm = neighbours();
        var memoryBefore = backend.megabytes();
        var deaf = new ArrayList<Wire>();
        for (var number = 0; number < readers; number++) {
            var wire = atelier.open();
            wire.send(atelier.chat(HUGE, true));
            deaf.add(wire);
        }
        // Until what the upstream sends them at once has been taken in: that work is no reader's fault.
        Pause.seconds(20);
        var beside = neighbours();
        var memoryDuring = backend.megabytes();
        for (var wire : deaf) {
            wire.close();
        }
        Report.heading(
                readers + " readers that never read a stream of 20,000 chunks",
                "neighbours' p95 before (ms)",
                "neighbours' p95 beside them (ms)",
                "ratio",
                "RSS before (MB)",
                "RSS during (MB)");
        Report.row(calm, beside, beside / calm, memoryBefore, memoryDuring);
    }

    /** Eight others who read streams of 50 chunks. */
    private double neighbours() {
        var samples = new Samples();
        Rate.perSecond(8, 2, 6, () -> {
            var wire = atelier.open();
            return () -> samples.add(atelier.ask(wire, FIFTY, true).total());
        });
        return samples.millis(0.95);
    }
}
