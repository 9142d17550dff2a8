package org.atelier.provider.demo;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.LongSupplier;

/** Sends one event after the other with a pause before each; a reader that does not keep up is waited for. */
final class PacedEvents {

    private static final byte[] STILL_WORKING = ": ATELIER DEMO PROCESSING\n\n".getBytes(StandardCharsets.UTF_8);

    private final Exchange exchange;
    private final Iterator<byte[]> events;
    private final LongSupplier pause;

    private PacedEvents(Exchange exchange, Iterator<byte[]> events, LongSupplier pause) {
        this.exchange = exchange;
        this.events = events;
        this.pause = pause;
    }

    static void send(Exchange exchange, String generationId, Iterator<byte[]> events, LongSupplier pause) {
        exchange.beginEvents(generationId);
        exchange.piece(STILL_WORKING);
        exchange.after(pause.getAsLong(), new PacedEvents(exchange, events, pause)::next);
    }

    private void next() {
        if (exchange.isGone()) {
            return;
        }
        if (exchange.isReading()) {
            if (!events.hasNext()) {
                exchange.end();
                return;
            }
            exchange.piece(events.next());
        }
        exchange.after(pause.getAsLong(), this::next);
    }
}
