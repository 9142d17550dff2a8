package org.atelier.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a byte stream into server-sent events. It works on bytes, because a network piece may end anywhere, inside a
 * character or between CR and LF too.
 */
final class SseSplitter {

    /** What is in the stream, in its order. The array is only valid during the call. */
    interface Events {
        void comment();

        /** @param name empty when the event has none */
        void event(String name, byte[] data, int length);
    }

    private static final int FIRST_SIZE = 1024;
    private static final int PIECE_SIZE = 2048;

    private final Events events;
    private final int maxEventBytes;
    private final byte[] piece = new byte[PIECE_SIZE];
    private byte[] line = new byte[FIRST_SIZE];
    private int lineLength;
    private byte[] data = new byte[FIRST_SIZE];
    private int dataLength;
    private boolean hasData;
    private boolean lastWasCr;
    private String name = "";

    SseSplitter(Events events, int maxEventBytes) {
        this.events = events;
        this.maxEventBytes = maxEventBytes;
    }

    void accept(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int length = Math.min(bytes.remaining(), piece.length);
            bytes.get(piece, 0, length);
            split(length);
        }
    }

    private void split(int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            byte next = piece[at];
            if (next == '\n' && lastWasCr) {
                lastWasCr = false;
                from = at + 1;
            } else if (next == '\n' || next == '\r') {
                addToLine(from, at);
                from = at + 1;
                lastWasCr = next == '\r';
                endOfLine();
            } else {
                lastWasCr = false;
            }
        }
        addToLine(from, length);
    }

    private void addToLine(int from, int to) {
        line = room(line, lineLength + to - from);
        System.arraycopy(piece, from, line, lineLength, to - from);
        lineLength += to - from;
    }

    /** The stream ended: some servers leave out the last blank line, so what is complete as a line still counts. */
    void end() {
        if (lineLength > 0) {
            endOfLine();
        }
        dispatch();
    }

    private void endOfLine() {
        if (lineLength == 0) {
            dispatch();
        } else if (line[0] == ':') {
            events.comment();
        } else {
            field();
        }
        lineLength = 0;
    }

    private void field() {
        int colon = 0;
        while (colon < lineLength && line[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, lineLength);
        if (value < lineLength && line[value] == ' ') {
            value++;
        }
        if (is("data", colon)) {
            addData(value);
        } else if (is("event", colon)) {
            name = new String(line, value, lineLength - value, StandardCharsets.UTF_8);
        }
    }

    private boolean is(String field, int length) {
        if (field.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line[i] != field.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void addData(int from) {
        int length = lineLength - from;
        data = room(data, dataLength + length + 1);
        if (hasData) {
            data[dataLength++] = '\n';
        }
        System.arraycopy(line, from, data, dataLength, length);
        dataLength += length;
        hasData = true;
    }

    private void dispatch() {
        if (hasData) {
            events.event(name, data, dataLength);
        }
        hasData = false;
        dataLength = 0;
        name = "";
    }

    private byte[] room(byte[] array, int needed) {
        if (needed <= array.length) {
            return array;
        }
        if (needed > maxEventBytes) {
            throw Failures.garbage("sent an event of more than " + maxEventBytes + " bytes");
        }
        return Arrays.copyOf(array, Math.max(needed, Math.min(array.length * 2, maxEventBytes)));
    }
}
