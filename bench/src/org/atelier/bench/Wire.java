package org.atelier.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept: as little work of its own as possible, so that it measures the server.
 * A server may end it after some hundred requests; then the next one opens another, and its time counts. */
final class Wire implements AutoCloseable {
    /** @param firstData nanoseconds from sending to the first byte of the body's second line on, 0 where there was none */
    record Answer(int status, byte[] body, long firstData, long total) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final URI server;
    private Socket socket;
    private InputStream in;
    private boolean ends;
    private final byte[] line = new byte[16 * 1024];

    Wire(URI server) throws IOException {
        this.server = server;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        ends = false;
    }

    /** @param headers whole lines, each with its end */
    static byte[] request(String method, String path, String headers, String body) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var length = method.equals("GET")
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n";
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    void send(byte[] request) throws IOException {
        if (ends) {
            socket.close();
            connect();
        }
        socket.getOutputStream().write(request);
    }

    /** @param mark what the first interesting piece of a stream holds; null: the first byte */
    Answer exchange(byte[] request, String mark) throws IOException {
        var start = System.nanoTime();
        send(request);
        return read(start, mark);
    }

    Answer exchange(byte[] request) throws IOException {
        return exchange(request, null);
    }

    Answer read(long start, String mark) throws IOException {
        var status = Integer.parseInt(line().substring(9, 12));
        long length = -1;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            ends |= name.startsWith("connection:") && name.contains("close");
            chunked |= name.startsWith("transfer-encoding:") && name.contains("chunked");
        }
        var body = new Body(start, mark);
        if (chunked) {
            for (var size = size(); size > 0; size = size()) {
                body.take(in, size);
                line();
            }
            line();
        } else if (length > 0) {
            body.take(in, (int) length);
        }
        return new Answer(status, body.bytes(), body.first(), System.nanoTime() - start);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        var length = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line[length++] = (byte) next;
        }
        return new String(
                line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
