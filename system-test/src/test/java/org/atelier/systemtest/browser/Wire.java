package org.atelier.systemtest.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire between the browser and the frontend that knows what each connection carries at this moment; a browser's own tools do not show
 * what its shared workers ask for.
 */
final class Wire implements AutoCloseable {
    private static final String NOTHING = "\n";

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Socket, String> asked = new ConcurrentHashMap<>();
    private volatile String refused = NOTHING;
    private volatile String headed = NOTHING;

    private Wire(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static Wire to(int port) throws IOException {
        var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        start(wire::accept);
        return wire;
    }

    URI site() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    /** @return how many connections carry, at this moment, the answer to a request that starts like this */
    long carrying(String request) {
        return asked.values().stream().filter(line -> line.startsWith(request)).count();
    }

    /** Breaks every connection that carries such a request, now and until {@link #mend}. */
    void breaks(String request) throws IOException {
        refused = request;
        for (var one : asked.entrySet()) {
            if (one.getValue().startsWith(request)) {
                one.getKey().close();
            }
        }
    }

    /** Lets nothing but the headers through of every answer to such a request that comes from now on, until {@link #mend}. */
    void breaksAfterHeaders(String request) {
        headed = request;
    }

    void mend() {
        refused = NOTHING;
        headed = NOTHING;
    }

    private void accept() {
        try {
            while (true) {
                var browser = entrance.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(browser);
                sockets.add(server);
                start(() -> copy(browser, server, () -> questions(browser, server)));
                start(() -> copy(server, browser, () -> answers(browser, server)));
            }
        } catch (IOException closed) {
            asked.clear();
        }
    }

    private void copy(Socket from, Socket to, Copying copying) {
        try (from;
                to) {
            copying.run();
        } catch (IOException closed) {
            // The other side learns of it by the close.
        } finally {
            asked.remove(from);
            asked.remove(to);
        }
    }

    private void questions(Socket browser, Socket server) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var piece = read(browser, buffer); piece != null; piece = read(browser, buffer)) {
            asked.put(browser, piece.lines().findFirst().orElse(""));
            if (piece.startsWith(refused)) {
                return;
            }
            write(server, piece);
        }
    }

    private void answers(Socket browser, Socket server) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var piece = read(server, buffer); piece != null; piece = read(server, buffer)) {
            if (asked.getOrDefault(browser, "").startsWith(headed)) {
                write(browser, piece.substring(0, piece.indexOf("\r\n\r\n") + 4));
                return;
            }
            write(browser, piece);
        }
    }

    /** @return the next bytes, a character each, or null at the end */
    private static String read(Socket from, byte[] buffer) throws IOException {
        int length = from.getInputStream().read(buffer);
        return length < 0 ? null : new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static void write(Socket to, String bytes) throws IOException {
        to.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private interface Copying {
        void run() throws IOException;
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
