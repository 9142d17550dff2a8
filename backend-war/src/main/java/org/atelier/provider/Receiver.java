package org.atelier.provider;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** Takes what comes back for one request: told in order, on the connection's own thread, so it must not block. */
interface Receiver {

    /** Status and headers of an answer. */
    record Head(int status, Function<String, Optional<String>> headers) {
        Optional<String> header(String name) {
            return headers.apply(name);
        }

        boolean success() {
            return status / 100 == 2;
        }
    }

    void head(Head head);

    /** A part of the body; the buffer is only valid during the call. */
    void piece(ByteBuffer bytes);

    /** Nothing more is there for the moment. */
    void pause();

    /** The answer came whole; nothing follows. */
    void end();

    /** It will never come whole; nothing follows. */
    void broken(Throwable why);
}
