package org.atelier.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One request's connection: everything that can be sent back on it, rightly or wrongly. */
final class Exchange {

    private final ChannelHandlerContext connection;
    private final boolean keepAlive;
    private final String authorization;
    private final Seen seen;
    private final AtomicInteger pieces = new AtomicInteger();
    private ChatQuestion question;

    /** @param authorization as the request had it, or empty */
    Exchange(ChannelHandlerContext connection, boolean keepAlive, String authorization, Seen seen) {
        this.seen = seen;
        this.connection = connection;
        this.keepAlive = keepAlive;
        this.authorization = authorization;
    }

    String authorization() {
        return authorization;
    }

    void json(int status, JsonNode json, String... headers) {
        send(status, "application/json", Json.bytes(json), headers);
    }

    /** @param headers names and values in turn */
    void send(int status, String type, byte[] body, String... headers) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type).set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        for (int i = 0; i < headers.length; i += 2) {
            response.headers().set(headers[i], headers[i + 1]);
        }
        HttpUtil.setKeepAlive(response, keepAlive);
        var sent = connection.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** What is answered here, so that its cost can be told later. */
    void answers(ChatQuestion asked) {
        question = asked;
    }

    void beginEvents(String generationId) {
        if (question != null) {
            seen.generations().begins(generationId, question, pieces);
        }
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .set("X-Generation-Id", generationId);
        HttpUtil.setTransferEncodingChunked(response, true);
        connection.write(response);
    }

    /** @param length what the body is said to be long; negative: until the connection is closed */
    void begin(String type, long length) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        if (length < 0) {
            HttpUtil.setKeepAlive(response, false);
        } else {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
        connection.write(response);
    }

    void piece(String text) {
        piece(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sent at once, as a network piece of its own. */
    void piece(byte[] bytes) {
        pieces.incrementAndGet();
        connection.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }

    void end() {
        var sent = connection.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Closes the connection in the middle of whatever was being said. */
    void cut() {
        connection.close();
    }

    void after(long millis, Runnable then) {
        connection.executor().schedule(then, millis, TimeUnit.MILLISECONDS);
    }

    /** Where this server listens. */
    int port() {
        return ((java.net.InetSocketAddress) connection.channel().localAddress()).getPort();
    }

    /** Whether nobody is there any more; asked until it is so, then noted. */
    boolean isGone() {
        if (connection.channel().isActive()) {
            return false;
        }
        seen.abandoned();
        return true;
    }

    /** Whether the reader keeps up. */
    boolean isReading() {
        return connection.channel().isWritable();
    }
}
