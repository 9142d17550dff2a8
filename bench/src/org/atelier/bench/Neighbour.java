package org.atelier.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What somebody notices of one person who has a thousand streams open, or reads hardly anything of many long answers. Limits are lifted. */
final class Neighbour {
    private static final String QUICK = "bench/delay-0";
    private static final String FIFTY = "bench/chunks-50";

    /** Ten chunks a second for longer than it takes to measure. */
    private static final String LONG = "bench/chunks-3000-every-100";

    private static final String HUGE = "bench/chunks-20000";
    private static final int MANY = 1000;
    private static final int SLOW = 200;

    private final Target greedy;
    private final Target neighbour;
    private final Processes.One backend;

    Neighbour(Target greedy, Target neighbour, long pid) {
        this.greedy = greedy;
        this.neighbour = neighbour;
        this.backend = new Processes.One(pid);
    }

    void measure() throws IOException {
        Report.heading(
                "A neighbour of one greedy person, 20 requests/s (ms)",
                "the greedy person has",
                "whole answers p50",
                "p99",
                "first chunks p50",
                "p99",
                "refused",
                "RSS (MB)",
                "threads");
        row("nothing (warm-up)");
        row("nothing");
        beside(MANY + " streams of events open", MANY, greedy.get("/api/events"));
        beside(MANY + " streams of answers open, 10 chunks/s each", MANY, greedy.chat(LONG, true));
        beside(SLOW + " streams of 20,000 chunks, a byte of each read", SLOW, greedy.chat(HUGE, true));
        beside(SLOW + " whole answers of 20,000 chunks, a byte of each read", SLOW, greedy.chat(HUGE, false));
        beside(SLOW + " lists of models, a byte of each read", SLOW, greedy.get("/api/ai/models"));
        beside(SLOW + " requests of whose body one byte has come", SLOW, halfSent());
        row("nothing any more");
    }

    private void beside(String what, int number, byte[] request) throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < number; i++) {
                open.add(slow(request));
            }
            Pause.seconds(10);
            readAByte(open);
            row(what);
        } finally {
            for (var one : open) {
                one.close();
            }
        }
        Pause.seconds(5);
    }

    private byte[] halfSent() {
        var whole = greedy.chat(QUICK, false);
        return Arrays.copyOf(whole, new String(whole, StandardCharsets.US_ASCII).indexOf("\r\n\r\n") + 5);
    }

    private Socket slow(byte[] request) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        // Another address than the neighbour's, as Linux has a whole network of them on loopback.
        socket.bind(new InetSocketAddress("127.0.0.2", 0));
        socket.connect(
                new InetSocketAddress(greedy.server().getHost(), greedy.server().getPort()));
        socket.getOutputStream().write(request);
        return socket;
    }

    /** As somebody does who reads a byte a minute. */
    private static void readAByte(List<Socket> all) throws IOException {
        for (var one : all) {
            if (one.getInputStream().available() > 0 && one.getInputStream().read() < 0) {
                throw new IOException("a slow reader was left alone");
            }
        }
    }

    private void row(String what) throws IOException {
        var whole = new Samples();
        var first = new Samples();
        int refused = 0;
        try (var wire = neighbour.open()) {
            for (int i = 0; i < 200; i++) {
                long begun = System.nanoTime();
                try {
                    whole.add(neighbour.ask(wire, QUICK, false).total());
                    first.add(neighbour.ask(wire, FIFTY, true).firstData());
                } catch (IllegalStateException notAnswered) {
                    refused++;
                }
                Pause.until(begun + 100_000_000L);
            }
        }
        Report.row(
                what,
                whole.millis(0.5),
                whole.millis(0.99),
                first.millis(0.5),
                first.millis(0.99),
                refused,
                backend.megabytes(),
                backend.status("Threads"));
    }
}
