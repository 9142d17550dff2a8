package org.atelier.events;

import java.nio.charset.StandardCharsets;

/** The wire form of an event in {@code text/event-stream}. */
final class Frame {
    static final byte[] EMPTY = {'{', '}'};
    static final byte[] NOTHING = {};
    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private Frame() {}

    /** @param json without line breaks, which would end the data line */
    static byte[] of(long id, String event, byte[] json) {
        var head = ("id: " + id + "\nevent: " + event + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        var frame = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(json, 0, frame, head.length, json.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }
}
