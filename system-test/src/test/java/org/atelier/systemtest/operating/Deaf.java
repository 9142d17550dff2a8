package org.atelier.systemtest.operating;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.atelier.systemtest.rest.Api;

/** Asks for a long answer, and reads none of it. */
record Deaf(Socket socket) implements AutoCloseable {
    /** More than there are threads for any one thing. */
    static final int NUMBER = 40;

    private static final int SMALL_WINDOW = 4096;

    /** Far more than what a connection holds by itself. */
    private static final String BODY =
            "{\"model\":\"bench/chunks-20000\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"All of it\"}]}";

    /** @return one who waits for a stream, or for a whole answer, by turns */
    static Deaf askingForMuch(Api who) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.connect(
                new InetSocketAddress(who.server().getHost(), who.server().getPort()));
        var body = BODY.formatted(socket.getLocalPort() % 2 == 0);
        var request = "POST /api/ai/chat HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + who.credential()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new Deaf(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
