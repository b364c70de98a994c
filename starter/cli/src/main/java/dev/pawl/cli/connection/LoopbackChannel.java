package dev.pawl.cli.connection;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a gateway on this machine, with its own thread that ends with it. At exit a JVM waits 300 ms for
 * threads in a system call, as gRPC's shared ones are.
 */
final class LoopbackChannel extends ManagedChannel {
    private final EventLoopGroup thread;
    private final ManagedChannel channel;

    private LoopbackChannel(EventLoopGroup thread, ManagedChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** @param largestMessage bytes */
    static LoopbackChannel to(InetSocketAddress address, int largestMessage) {
        EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("gateway", true));
        // No proxy: it would take the token off this machine.
        ManagedChannel channel = NettyChannelBuilder.forAddress(address)
                .usePlaintext()
                .proxyDetector(target -> null)
                .maxInboundMessageSize(largestMessage)
                .eventLoopGroup(thread)
                .channelType(NioSocketChannel.class)
                .directExecutor()
                .build();
        return new LoopbackChannel(thread, channel);
    }

    @Override
    public ManagedChannel shutdown() {
        channel.shutdown();
        return this;
    }

    @Override
    public ManagedChannel shutdownNow() {
        channel.shutdownNow();
        return this;
    }

    @Override
    public boolean isShutdown() {
        return channel.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return channel.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        boolean terminated = channel.awaitTermination(timeout, unit);
        return thread.shutdownGracefully(0, timeout, unit).await(timeout, unit) && terminated;
    }

    @Override
    public ConnectivityState getState(boolean requestConnection) {
        return channel.getState(requestConnection);
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        return channel.newCall(method, options);
    }

    @Override
    public String authority() {
        return channel.authority();
    }
}
