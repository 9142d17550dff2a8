package org.atelier.provider;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection to the provider: one exchange after the other, never two at once. All of its state belongs to the channel's own thread.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    private final Consumer<Connection> idle;
    private ChannelHandlerContext channel;
    private Receiver receiver;
    private ChannelFuture sent;
    private boolean answering;
    private boolean keep;
    private Throwable trouble;
    private volatile long idleSince;

    /** @param idle told when the next exchange may begin */
    Connection(Consumer<Connection> idle) {
        this.idle = idle;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        channel = added;
    }

    boolean usable(Duration longestIdle) {
        return channel.channel().isActive() && System.nanoTime() - idleSince < longestIdle.toNanos();
    }

    void close() {
        channel.close();
    }

    void send(FullHttpRequest request, Receiver whoAsks) {
        channel.executor().execute(() -> {
            receiver = whoAsks;
            trouble = null;
            sent = channel.writeAndFlush(request);
            sent.addListener(written -> {
                if (!written.isSuccess()) {
                    fail(trouble == null ? written.cause() : trouble);
                }
            });
        });
    }

    /** Nobody waits for the rest of this exchange: the connection goes with it, if it is not busy with another one already. */
    void abandon(Receiver whoAsked) {
        channel.executor().execute(() -> {
            if (receiver == whoAsked) {
                receiver = null;
                channel.close();
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (receiver == null) {
                context.close();
            } else if (((HttpObject) message).decoderResult().isFailure()) {
                fail(((HttpObject) message).decoderResult().cause());
            } else {
                read(message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (receiver != null && answering) {
            receiver.pause();
        }
        context.fireChannelReadComplete();
    }

    private void read(Object message) {
        if (message instanceof HttpResponse response && response.status().code() >= 200) {
            answering = true;
            keep = HttpUtil.isKeepAlive(response);
            receiver.head(new Receiver.Head(
                    response.status().code(),
                    name -> Optional.ofNullable(response.headers().get(name))));
        }
        if (message instanceof HttpContent content && answering) {
            ByteBuf bytes = content.content();
            if (bytes.isReadable()) {
                receiver.piece(bytes.nioBuffer());
            }
            if (message instanceof LastHttpContent) {
                end();
            }
        }
    }

    /** The connection is free before the answer is told: whoever hears of it may ask again at once. */
    private void end() {
        Receiver done = receiver;
        answering = false;
        if (done == null) {
            return;
        }
        receiver = null;
        if (keep && sent.isDone()) {
            idleSince = System.nanoTime();
            idle.accept(this);
        } else {
            channel.close();
        }
        done.end();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(
                trouble != null
                        ? trouble
                        : new IOException("the provider closed the connection before the answer was whole"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        trouble = error instanceof DecoderException && error.getCause() != null ? error.getCause() : error;
        fail(trouble);
    }

    private void fail(Throwable why) {
        Receiver waiting = receiver;
        receiver = null;
        channel.close();
        if (waiting != null) {
            waiting.broken(why);
        }
    }
}
