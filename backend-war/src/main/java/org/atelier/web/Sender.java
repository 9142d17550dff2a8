package org.atelier.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a whole answer to a requester that waits, as the socket takes it: no thread waits for whoever reads slowly or not at all, since the one
 * that brings an answer has others to serve. Completes the request.
 */
public final class Sender implements WriteListener {
    private static final int PORTION = 32 * 1024;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final byte[] body;
    private int position;
    private boolean flushed;

    private Sender(AsyncContext context, byte[] body) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.body = body;
    }

    /** Status and headers are set already. */
    public static void send(AsyncContext context, byte[] body) {
        try {
            var sender = new Sender(context, body);
            sender.out.setWriteListener(sender);
        } catch (IOException | IllegalStateException left) {
            // Nobody is left to tell.
            complete(context);
        }
    }

    /** An answer with status 200 that nobody may keep. */
    public static void sendJson(AsyncContext context, byte[] body) {
        prepareJson((HttpServletResponse) context.getResponse(), body);
        send(context, body);
    }

    /** As {@link #sendJson} for a request that has its thread still, which waits for the reader. */
    public static void writeJson(HttpServletResponse response, byte[] body) throws IOException {
        prepareJson(response, body);
        response.getOutputStream().write(body);
    }

    private static void prepareJson(HttpServletResponse response, byte[] body) {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (position < body.length) {
                int portion = Math.min(PORTION, body.length - position);
                position += portion;
                out.write(body, position - portion, portion);
            } else if (!flushed) {
                // Whoever waits has it before the server completes the request, and may ask again at once.
                flushed = true;
                FollowedRequest.leaves(context);
                out.flush();
            } else {
                complete(context);
                return;
            }
        }
    }

    @Override
    public void onError(Throwable readerGone) {
        complete(context);
    }

    private static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException completed) {
            // The server was faster.
        }
    }
}
