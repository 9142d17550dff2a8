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

/** A connection over which files come and are thrown away, so that the reader costs as little as it can. */
final class Download implements AutoCloseable {
    private final URI server;
    private final byte[] portion = new byte[256 * 1024];
    private Socket socket;
    private InputStream in;

    Download(URI server) {
        this.server = server;
    }

    /** @return how many bytes the file, or the part that was asked for, has */
    long get(String path, String headers) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        }
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        var status = line();
        if (!status.contains(" 200") && !status.contains(" 206")) {
            throw new IllegalStateException(path + " answered " + status);
        }
        long length = -1;
        var ends = false;
        for (var header = line().toLowerCase(Locale.ROOT);
                !header.isEmpty();
                header = line().toLowerCase(Locale.ROOT)) {
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            ends |= header.startsWith("connection:") && header.contains("close");
        }
        for (var left = length; left > 0; ) {
            var read = in.read(portion, 0, (int) Math.min(left, portion.length));
            if (read < 0) {
                throw new EOFException("the file ended early");
            }
            left -= read;
        }
        if (ends) {
            close();
        }
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
