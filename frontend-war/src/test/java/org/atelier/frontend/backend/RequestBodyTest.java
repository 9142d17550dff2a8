package org.atelier.frontend.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static final String TEXT = "a question of some length";
    private final Upstream upstream = new Upstream();

    @Test
    void aBodyThatHasArrivedWholeIsStillSentWhole() throws Exception {
        Upload upload = new Upload(TEXT, true);
        new RequestBody(upload).subscribe(upstream);
        upload.listener.onDataAvailable();
        upload.listener.onAllDataRead();
        assertThat(upstream.received).hasToString(TEXT);
        assertThat(upstream.complete).isTrue();
    }

    @Test
    void aBodyEndsWhenNothingMoreComes() throws Exception {
        Upload upload = new Upload(TEXT, false);
        new RequestBody(upload).subscribe(upstream);
        upload.listener.onDataAvailable();
        upload.listener.onAllDataRead();
        assertThat(upstream.received).hasToString(TEXT);
        assertThat(upstream.complete).isTrue();
    }

    @Test
    void nothingIsReadBeforeTheBackendAsks() throws Exception {
        upstream.eager = false;
        Upload upload = new Upload(TEXT, true);
        new RequestBody(upload).subscribe(upstream);
        upload.listener.onDataAvailable();
        assertThat(upload.bytes.available()).isEqualTo(TEXT.length());
        upstream.subscription.request(1);
        assertThat(upstream.received).hasToString(TEXT);
        assertThat(upstream.complete).isTrue();
    }

    @Test
    void aBrowserThatGoesInTheMiddleIsNoEnd() throws Exception {
        Upload upload = new Upload(TEXT, true);
        upload.cutOff = true;
        new RequestBody(upload).subscribe(upstream);
        upload.listener.onDataAvailable();
        upload.listener.onError(new IOException("reset"));
        assertThat(upstream.complete).isFalse();
        assertThat(upstream.failure).hasMessage("reset");
    }

    private static final class Upstream implements Flow.Subscriber<ByteBuffer> {
        private final StringBuilder received = new StringBuilder();
        private Flow.Subscription subscription;
        private Throwable failure;
        private boolean eager = true;
        private boolean complete;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (eager) {
                given.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(ByteBuffer piece) {
            received.append(UTF_8.decode(piece));
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }

    /** The server's side of an upload. */
    private static final class Upload extends ServletInputStream {
        private final ByteArrayInputStream bytes;
        private final boolean finishedOnArrival;
        private ReadListener listener;
        private boolean cutOff;

        Upload(String text, boolean finishedOnArrival) {
            this.bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
            this.finishedOnArrival = finishedOnArrival;
        }

        @Override
        public boolean isFinished() {
            return !cutOff && (finishedOnArrival || bytes.available() == 0);
        }

        @Override
        public boolean isReady() {
            return listener != null && bytes.available() > 0;
        }

        @Override
        public void setReadListener(ReadListener newListener) {
            listener = newListener;
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public int read() {
            return bytes.read();
        }
    }
}
