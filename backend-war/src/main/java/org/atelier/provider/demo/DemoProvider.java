package org.atelier.provider.demo;

import java.net.URI;

/** The demonstration server on a loopback port; it lives until it is closed. */
public final class DemoProvider implements AutoCloseable {

    private DemoProvider() {}

    /** Starts on a free port with the demo models alone. */
    public static DemoProvider start() {
        throw new UnsupportedOperationException();
    }

    /** Starts on the given port of loopback (0: a free one); with the test models, the faults and {@code /_seen} if asked. */
    public static DemoProvider start(int port, boolean withTestModels) {
        throw new UnsupportedOperationException();
    }

    /** The base URL for a client. */
    public URI baseUrl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
