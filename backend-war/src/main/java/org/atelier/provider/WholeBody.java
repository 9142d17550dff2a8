package org.atelier.provider;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** An answer with all of its bytes, but never more than we are ready to hold. */
final class WholeBody implements Receiver {

    record Answer(Head head, byte[] body) {}

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private Head head;

    CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public void head(Head arrived) {
        head = arrived;
    }

    @Override
    public void piece(ByteBuffer piece) {
        if (bytes.size() + piece.remaining() > Wire.MAX_BODY) {
            answer.completeExceptionally(Failures.garbage("answered more than " + Wire.MAX_BODY + " bytes"));
        }
        if (!answer.isDone()) {
            byte[] part = new byte[piece.remaining()];
            piece.get(part);
            bytes.writeBytes(part);
        }
    }

    @Override
    public void pause() {
        // It is told when it is whole.
    }

    @Override
    public void end() {
        answer.complete(new Answer(head, bytes.toByteArray()));
    }

    @Override
    public void broken(Throwable why) {
        answer.completeExceptionally(why);
    }
}
