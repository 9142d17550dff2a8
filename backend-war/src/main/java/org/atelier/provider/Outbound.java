package org.atelier.provider;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.atelier.provider.ProviderFailure.Charge;
import org.atelier.provider.ProviderFailure.Kind;

/**
 * The one door to the network: every request of the backend is built here, from the configured base URL and a path of
 * our own, or from the address of a picture or film in an answer. Redirects are followed for those alone, so neither the key nor a prompt can be
 * led elsewhere.
 *
 * <p>HTTP/1.1 always: over plain http some servers drop the body when the upgrade to HTTP/2 is tried, and over https one
 * connection carries no more than about a hundred streams.
 */
final class Outbound {

    private static final int LOOPS = 2;
    private static final int THREADS = 4;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_HEADERS = 64 * 1024;
    private static final int LARGEST_PIECE = 64 * 1024;

    /** Shorter than servers usually keep theirs, so that a request seldom meets a connection that is just being closed. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons("provider"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, daemons("provider-clock"));
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(LOOPS, daemons("provider-io"), NioIoHandler.newFactory());
    private final Map<Server, Deque<Connection>> idle = new ConcurrentHashMap<>();
    private final Bootstrap bootstrap;
    private final int connectMillis;

    private record Server(boolean encrypted, String host, int port) {
        static Server of(URI base) {
            boolean encrypted = base.getScheme().equals("https");
            return new Server(encrypted, base.getHost(), base.getPort() < 0 ? encrypted ? 443 : 80 : base.getPort());
        }
    }

    /** A request that is ready to leave. */
    record Parcel(URI base, FullHttpRequest request, boolean publicOnly) {}

    /** A request that has left, or is about to. */
    interface Sending {
        /** Closes the connection with it; the receiver may still hear what was under way. */
        void abandon();
    }

    Outbound(Duration connectTimeout) {
        clock.setRemoveOnCancelPolicy(true);
        connectMillis = (int) connectTimeout.toMillis();
        bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis);
        clock.scheduleWithFixedDelay(this::closeOld, 5, 5, TimeUnit.SECONDS);
    }

    Parcel get(ProviderTarget target, String path) {
        return parcel(target, HttpMethod.GET, path, new byte[0]);
    }

    Parcel delete(ProviderTarget target, String path) {
        return parcel(target, HttpMethod.DELETE, path, new byte[0]);
    }

    Parcel post(ProviderTarget target, String path, byte[] json) {
        return post(target, path, "application/json", json);
    }

    Parcel post(ProviderTarget target, String path, String type, byte[] body) {
        Parcel parcel = parcel(target, HttpMethod.POST, path, body);
        parcel.request()
                .headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return parcel;
    }

    private static Parcel parcel(ProviderTarget target, HttpMethod method, String path, byte[] body) {
        return parcel(target, method, target.baseUrl().getRawPath() + path, body, target.baseUrl());
    }

    private static Parcel parcel(ProviderTarget target, HttpMethod method, String path, byte[] body, URI base) {
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.HOST, base.getRawAuthority()).set(HttpHeaderNames.USER_AGENT, "Atelier");
        target.key().get().map(Outbound::checked).ifPresent(key -> request.headers()
                .set(HttpHeaderNames.AUTHORIZATION, "Bearer " + key));
        return new Parcel(base, request, false);
    }

    /**
     * The address of a picture or film as the provider gave it. The configured origin gets our key; anybody else gets none and must have a public
     * address.
     */
    Parcel download(ProviderTarget target, URI address) {
        boolean known = address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
        if (!known || address.getRawUserInfo() != null) {
            throw Failures.garbage("gave an address that is not fetched");
        }
        if (Server.of(address).equals(Server.of(target.baseUrl()))) {
            return parcel(target, HttpMethod.GET, pathOf(address), new byte[0], address);
        }
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, pathOf(address));
        request.headers()
                .set(HttpHeaderNames.HOST, address.getRawAuthority())
                .set(HttpHeaderNames.USER_AGENT, "Atelier");
        return new Parcel(address, request, true);
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** Here and not in the library, whose complaint would quote the key. */
    private static String checked(String key) {
        if (key.isEmpty() || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new ProviderFailure(
                    Kind.KEY_REFUSED, Charge.CERTAINLY_NOT, "The provider key is empty or holds blanks or odd letters");
        }
        return key;
    }

    Sending send(Parcel parcel, Receiver receiver) {
        Server server = Server.of(parcel.base());
        Deque<Connection> free = idle.computeIfAbsent(server, first -> new ConcurrentLinkedDeque<>());
        for (Connection next = free.pollFirst(); next != null; next = free.pollFirst()) {
            if (next.usable(LONGEST_IDLE)) {
                Connection found = next;
                found.send(parcel.request(), receiver);
                return () -> found.abandon(receiver);
            }
            next.close();
        }
        return open(server, free, parcel, receiver);
    }

    /** On a connection that nobody used before. */
    Sending sendAlone(Parcel parcel, Receiver receiver) {
        Server server = Server.of(parcel.base());
        return open(server, idle.computeIfAbsent(server, first -> new ConcurrentLinkedDeque<>()), parcel, receiver);
    }

    /** On a thread that may wait, because names are looked up and certificates loaded here. */
    private Sending open(Server server, Deque<Connection> free, Parcel parcel, Receiver receiver) {
        Connection fresh = new Connection(free::addFirst);
        Opening opening = new Opening(fresh, parcel.request(), receiver);
        threads.execute(() -> {
            try {
                SslContext tls = server.encrypted() ? Tls.context() : null;
                InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
                if (address.isUnresolved()) {
                    opening.failed(new UnknownHostException(server.host()));
                    return;
                }
                if (parcel.publicOnly() && !isPublic(address.getAddress())) {
                    opening.failed(Failures.garbage("gave an address inside our own network, which is not fetched"));
                    return;
                }
                bootstrap
                        .clone()
                        .handler(new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                fill(channel, server, tls, fresh);
                            }
                        })
                        .connect(address)
                        .addListener(done -> {
                            if (done.isSuccess()) {
                                opening.stands();
                            } else {
                                opening.failed(done.cause());
                            }
                        });
            } catch (RuntimeException impossible) {
                opening.failed(impossible);
            }
        });
        return opening;
    }

    /** Decided on the very address that is connected to, so that a name cannot mean something else a moment later. */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean sharedByCarriers = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || sharedByCarriers);
    }

    private void fill(Channel channel, Server server, SslContext tls, Connection connection) {
        if (tls != null) {
            SslHandler handler = tls.newHandler(channel.alloc(), server.host(), server.port());
            handler.setHandshakeTimeoutMillis(connectMillis);
            channel.pipeline().addLast(handler);
        }
        channel.pipeline()
                .addLast(new HttpClientCodec(LONGEST_LINE, LONGEST_HEADERS, LARGEST_PIECE))
                .addLast(connection);
    }

    private void closeOld() {
        for (Deque<Connection> free : idle.values()) {
            free.removeIf(connection -> {
                boolean old = !connection.usable(LONGEST_IDLE);
                if (old) {
                    connection.close();
                }
                return old;
            });
        }
    }

    /** For what must not run on its caller's thread, nor on the clock's. */
    Executor threads() {
        return threads;
    }

    /** Runs it later on a thread of ours; the result can be cancelled. */
    Alarm after(Duration pause, Runnable then) {
        var waiting = clock.schedule(() -> threads.execute(then), pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> waiting.cancel(false);
    }

    /** Something that will happen unless it is called off. */
    interface Alarm {
        void callOff();
    }

    /** Whether this error says that not a byte of the request was received by the provider. */
    static boolean neverSent(Throwable error) {
        return error instanceof ConnectException
                || error instanceof UnknownHostException
                || error instanceof SSLHandshakeException;
    }

    /** Lets what is queued end, but waits no longer than this. */
    void close(Duration grace) {
        clock.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        loops.shutdownGracefully(0, grace.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }

    private static DefaultThreadFactory daemons(String name) {
        return new DefaultThreadFactory(name, true);
    }
}
