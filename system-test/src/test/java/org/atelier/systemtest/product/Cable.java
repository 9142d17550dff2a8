package org.atelier.systemtest.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What connects the product with its provider and can be pulled out: then nobody answers there, and what was being said breaks off. */
public final class Cable implements AutoCloseable {
    private final URI target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket entrance;

    private Cable(URI target, int port) {
        this.target = target;
        this.port = port;
    }

    public static Cable to(URI target) {
        var cable = new Cable(target, Ports.free());
        cable.plugIn();
        return cable;
    }

    /** @return where the product finds its provider */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port + target.getPath());
    }

    public void plugIn() {
        try {
            entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        var open = entrance;
        run(() -> {
            while (true) {
                connect(open.accept());
            }
        });
    }

    public void pullOut() {
        close(entrance);
        sockets.forEach(Cable::close);
        sockets.clear();
    }

    private void connect(Socket product) throws IOException {
        var provider = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
        sockets.add(product);
        sockets.add(provider);
        run(() -> carry(product, provider));
        run(() -> carry(provider, product));
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Carrying {
        void run() throws IOException;
    }

    private static void run(Carrying work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException pulled) {
                        // Whoever is at the other end learns of it by the close.
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        pullOut();
    }
}
