package org.atelier.frontend.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseRelayTest {

    private final Browser browser = new Browser();
    private final Backend backend = new Backend();
    private int completions;
    private final AsyncContext async = (AsyncContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                completions += method.getName().equals("complete") ? 1 : 0;
                return null;
            });
    private final ResponseRelay relay = new ResponseRelay(async, browser, true);

    @BeforeEach
    void theAnswerBegins() {
        relay.onSubscribe(backend);
        browser.takes();
    }

    @Test
    void aStreamsHeadersGoOutBeforeItsFirstEvent() {
        assertThat(browser.flushes).isEqualTo(1);
        assertThat(browser.received()).isEmpty();
    }

    @Test
    void everyPieceIsShownAtOnceAndTheNextOneIsAskedFor() {
        relay.onNext(piece("one"));
        assertThat(browser.received()).isEqualTo("one");
        assertThat(browser.flushes).isEqualTo(2);
        relay.onNext(piece("two", "three"));
        assertThat(browser.received()).isEqualTo("onetwothree");
        assertThat(backend.asked).isEqualTo(3);
    }

    @Test
    void aBrowserThatDoesNotReadIsNotSentMoreThanOnePiece() {
        browser.ready = false;
        relay.onNext(piece("one"));
        relay.onWritePossible();
        assertThat(backend.asked).isEqualTo(1);
        browser.takes();
        assertThat(browser.received()).isEqualTo("one");
        assertThat(backend.asked).isEqualTo(2);
    }

    @Test
    void theEndComesAfterTheLastByte() {
        browser.ready = false;
        relay.onNext(piece("last"));
        relay.onComplete();
        assertThat(completions).isZero();
        browser.takes();
        assertThat(browser.received()).isEqualTo("last");
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void aBrowserThatGoesEndsTheCallUpstream() {
        browser.gone = true;
        relay.onNext(piece("nobody reads this"));
        assertThat(backend.cancelled).isTrue();
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void aServerThatReportsTheBrowserGoneEndsTheCallUpstream() {
        relay.onError(new IOException("reset"));
        assertThat(backend.cancelled).isTrue();
        assertThat(completions).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        relay.onComplete();
        relay.onNext(piece("late"));
        relay.onError(new IOException("late"));
        assertThat(browser.received()).isEmpty();
        assertThat(completions).isEqualTo(1);
    }

    private static List<ByteBuffer> piece(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> ByteBuffer.wrap(text.getBytes(UTF_8)))
                .toList();
    }

    private static final class Backend implements Flow.Subscription {
        private long asked;
        private boolean cancelled;

        @Override
        public void request(long pieces) {
            asked += pieces;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    /** The server's side of a connection: refuses writes while it is not ready, as the specification demands. */
    private static final class Browser extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean ready = true;
        private boolean gone;
        private int flushes;

        void takes() {
            ready = true;
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String received() {
            return bytes.toString(UTF_8);
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener newListener) {
            listener = newListener;
        }

        @Override
        public void write(int octet) throws IOException {
            if (gone) {
                throw new IOException("connection reset");
            }
            assertThat(ready).as("writes only when it may").isTrue();
            bytes.write(octet);
        }

        @Override
        public void flush() {
            flushes++;
        }
    }
}
