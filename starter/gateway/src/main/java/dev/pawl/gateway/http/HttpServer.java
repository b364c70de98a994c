package dev.pawl.gateway.http;

import io.grpc.ServerServiceDefinition;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Serves Pawl's methods over HTTP/1.1 with JSON, on loopback only. */
public final class HttpServer implements SmartLifecycle {
    /** As for a message of gRPC. */
    private static final int LARGEST_BODY = 16 << 20;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final int port;
    private final Supplier<Collection<ServerServiceDefinition>> services;
    private final Duration patience;
    private @Nullable Running running;
    private volatile boolean ending;

    /**
     * @param port 0 for any free one
     * @param services with their interceptors; asked at the start
     */
    public HttpServer(int port, Supplier<Collection<ServerServiceDefinition>> services) {
        this(port, services, PATIENCE);
    }

    HttpServer(int port, Supplier<Collection<ServerServiceDefinition>> services, Duration patience) {
        this.port = port;
        this.services = services;
        this.patience = patience;
    }

    private record Running(EventLoopGroup threads, Channel listener, ChannelGroup connections) {}

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        RequestRules rules = new RequestRules(new Methods(services.get()), LARGEST_BODY);
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("gateway-http", true), NioIoHandler.newFactory());
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(new HttpServerCodec(new HttpDecoderConfig()))
                                .addLast(new Connection(rules, LARGEST_BODY, patience, () -> ending));
                    }
                });
        try {
            ending = false;
            Channel listener = bootstrap
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .syncUninterruptibly()
                    .channel();
            running = new Running(threads, listener, connections);
        } catch (RuntimeException e) {
            threads.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
            throw e;
        }
    }

    /** Open calls may end; watches do so by themselves. */
    @Override
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        ending = true;
        running.listener().close().syncUninterruptibly();
        running.connections().forEach(connection -> connection.pipeline().fireUserEventTriggered(Connection.END));
        running.connections().newCloseFuture().awaitUninterruptibly(GRACE.toMillis());
        running.connections().close().awaitUninterruptibly();
        running.threads().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** @throws IllegalStateException if it does not run */
    public synchronized int port() {
        if (running == null) {
            throw new IllegalStateException("the HTTP server does not run");
        }
        return ((InetSocketAddress) running.listener().localAddress()).getPort();
    }
}
