package org.atelier.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final String EVENT = "id: 1\nevent: delta\ndata: {}\n\n";

    private final EventLog log = new EventLog(1);
    private final Socket socket = new Socket();
    private final AtomicInteger over = new AtomicInteger();
    private final EventStream stream = new EventStream(context(), socket, log, 0, gone -> over.incrementAndGet());

    @Test
    void aHeartbeatIsNeverTheFirstThatIsSent() {
        stream.begin(Frame.NOTHING);
        stream.beat();
        assertThat(socket.sent()).isEmpty();
        log.append("delta", JSON);
        stream.beat();
        assertThat(socket.sent()).isEqualTo(EVENT + ":\n\n");
    }

    @Test
    void aGreetedReaderIsKeptAliveBeforeTheFirstEvent() {
        stream.begin("hello\n\n".getBytes(StandardCharsets.US_ASCII));
        stream.beat();
        assertThat(socket.sent()).isEqualTo("hello\n\n:\n\n");
    }

    @Test
    void nothingIsMixedIntoAnAnswerThatIsNoStream() {
        stream.begin(Frame.NOTHING);
        socket.ready = false;
        log.closeWith("{\"status\":502}".getBytes(StandardCharsets.US_ASCII));
        stream.beat();
        socket.becomeReady();
        stream.beat();
        assertThat(socket.sent()).isEqualTo("{\"status\":502}");
    }

    @Test
    void whoIsCutOffReadsNothingMore() {
        stream.begin(Frame.NOTHING);
        log.append("delta", JSON);
        stream.cut();
        log.append("delta", JSON);
        assertThat(socket.sent()).isEqualTo(EVENT);
        assertThat(over).hasValue(1);
    }

    @Test
    void aReaderWhoDoesNotReadIsCutOffWhenThereIsRoomAgain() {
        stream.begin(Frame.NOTHING);
        socket.ready = false;
        log.append("delta", JSON);
        stream.cut();
        socket.becomeReady();
        assertThat(socket.sent()).isEmpty();
        assertThat(over).hasValue(1);
    }

    private static AsyncContext context() {
        return (AsyncContext) Proxy.newProxyInstance(
                EventStreamTest.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, values) -> {
                    return null;
                });
    }

    /** Takes what a test lets it take. */
    private static final class Socket extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean ready = true;

        String sent() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        void becomeReady() {
            ready = true;
            wake();
        }

        private void wake() {
            try {
                listener.onWritePossible();
            } catch (java.io.IOException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener writer) {
            listener = writer;
            wake();
        }

        @Override
        public void write(int octet) {
            taken.write(octet);
        }
    }
}
