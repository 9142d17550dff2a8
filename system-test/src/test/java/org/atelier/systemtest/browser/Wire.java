package org.atelier.systemtest.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    void mend() {
        refused = NOTHING;
    }

    private void accept() {
        try {
            while (true) {
                var browser = entrance.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(browser);
                sockets.add(server);
                start(() -> copy(browser, server, true));
                start(() -> copy(server, browser, false));
            }
        } catch (IOException closed) {
            asked.clear();
        }
    }

    private void copy(Socket from, Socket to, boolean fromBrowser) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), fromBrowser ? from : null);
        } catch (IOException closed) {
            asked.remove(from);
        } finally {
            asked.remove(from);
            asked.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out, Socket browser) throws IOException {
        var buffer = new byte[16 * 1024];
        for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            if (browser != null) {
                var start = new String(buffer, 0, Math.min(length, 200), StandardCharsets.ISO_8859_1);
                asked.put(browser, start.lines().findFirst().orElse(""));
                if (start.startsWith(refused)) {
                    return;
                }
            }
            out.write(buffer, 0, length);
            out.flush();
        }
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
