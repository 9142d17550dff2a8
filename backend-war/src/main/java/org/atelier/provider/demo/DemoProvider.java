package org.atelier.provider.demo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demonstration server on a loopback port; two threads carry all of its streams. It lives until it is closed. */
public final class DemoProvider implements AutoCloseable {

    static final String BASE_PATH = "/api/v1";

    private static final int THREADS = 2;
    private static final int MAX_REQUEST = 32 * 1024 * 1024;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("demo-provider", true), NioIoHandler.newFactory());
    private final Channel server;
    private final DemoImages studio;
    private final DemoFilms films;

    private DemoProvider(int port, boolean withTestModels) {
        DemoCatalogue catalogue = new DemoCatalogue(withTestModels);
        Seen seen = new Seen();
        studio = new DemoImages(catalogue);
        films = new DemoFilms(catalogue);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(MAX_REQUEST))
                                .addLast(new DemoRoutes(catalogue, studio, films, seen));
                    }
                });
        try {
            server = bootstrap
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException notBound) {
            studio.close();
            films.close();
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw notBound;
        }
    }

    /** Starts on a free port with the demo models alone. */
    public static DemoProvider start() {
        return start(0, false);
    }

    /** Starts on the given port of loopback (0: a free one); with the test models, the faults and {@code /_seen} if asked. */
    public static DemoProvider start(int port, boolean withTestModels) {
        return new DemoProvider(port, withTestModels);
    }

    /** The base URL for a client. */
    public URI baseUrl() {
        InetSocketAddress address = (InetSocketAddress) server.localAddress();
        return URI.create("http://127.0.0.1:" + address.getPort() + BASE_PATH);
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        studio.close();
        films.close();
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** A process of its own: {@code [--port N] [--test-models]}; prints its base URL and runs until it is killed. */
    public static void main(String[] options) throws InterruptedException {
        List<String> given = List.of(options);
        int port = given.contains("--port") ? Integer.parseInt(given.get(given.indexOf("--port") + 1)) : 0;
        try (DemoProvider provider = start(port, given.contains("--test-models"))) {
            System.out.println(provider.baseUrl());
            provider.server.closeFuture().sync();
        }
    }
}
