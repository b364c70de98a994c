package dev.pawl.gateway.http;

import dev.pawl.gateway.http.Admission.Admitted;
import dev.pawl.gateway.http.Admission.Refused;
import io.grpc.Metadata;
import io.grpc.Status;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One connection: one request after the other. All of it runs on the thread of the connection. */
// Of a write or a close that fails, the end of the connection is all there is to know.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    /** An event that asks a connection without a request to end. */
    static final Object END = new Object();

    /** Enough for a client to read an answer that it did not wait for. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final RequestRules rules;
    private final int largestBody;
    private final Duration patience;
    private final BooleanSupplier ending;
    private @Nullable Exchange exchange;
    private @Nullable Future<?> alarm;
    /** Whether what comes is of no interest any more. */
    private volatile boolean deaf;

    /**
     * @param patience for a whole request, and between two of them
     * @param ending whether no further request is taken
     */
    Connection(RequestRules rules, int largestBody, Duration patience, BooleanSupplier ending) {
        this.rules = rules;
        this.largestBody = largestBody;
        this.patience = patience;
        this.ending = ending;
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        expectRequest(connection);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, HttpObject part) {
        if (!deaf && part instanceof HttpRequest request) {
            begin(connection, request);
        }
        if (!deaf && part instanceof HttpContent content && exchange != null) {
            receive(exchange, content);
        }
    }

    private void begin(ChannelHandlerContext connection, HttpRequest request) {
        if (exchange != null) {
            // It did not wait for its answer: the connection ends after that one, and the client sends this one again.
            deaf = true;
            return;
        }
        switch (rules.decide(request)) {
            case Refused refused -> {
                deaf = true;
                new Answer(connection.channel(), () -> false).error(refused.http(), refused.status(), new Metadata());
            }
            case Admitted admitted -> {
                if (HttpUtil.is100ContinueExpected(request)) {
                    connection.writeAndFlush(
                            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE),
                            connection.voidPromise());
                }
                RequestBody body = new RequestBody(largestBody);
                boolean persistent = HttpUtil.isKeepAlive(request);
                Answer answer = new Answer(
                        connection.channel(), () -> persistent && body.complete() && !deaf && !ending.getAsBoolean());
                Exchange begun = new Exchange(admitted, body, answer, connection.channel());
                exchange = begun;
                Thread.ofVirtual().name("http").start(begun);
            }
        }
    }

    private void receive(Exchange begun, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            stop(
                    begun,
                    new Refused(
                            HttpResponseStatus.BAD_REQUEST,
                            Status.Code.INVALID_ARGUMENT,
                            "the body is not what its headers say"));
        } else if (!begun.body().add(content.content())) {
            stop(begun, rules.tooLarge());
        } else if (content instanceof LastHttpContent) {
            disarm();
            begun.body().end();
        }
    }

    private void stop(Exchange begun, Refused refused) {
        deaf = true;
        begun.refuse(refused);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) {
        if (event.equals(END) && exchange == null) {
            connection.close();
        } else if (event instanceof Answer.Sent sent) {
            exchange = null;
            if (sent.reusable() && !deaf && !ending.getAsBoolean()) {
                expectRequest(connection);
            } else {
                endAfterReading(connection);
            }
        }
    }

    /** Closing at once would reset the connection of a client that still sends, before it reads the answer. */
    private void endAfterReading(ChannelHandlerContext connection) {
        deaf = true;
        if (connection.channel() instanceof SocketChannel socket && socket.isActive()) {
            socket.shutdownOutput();
            arm(connection, LINGER, connection::close);
        }
    }

    private void expectRequest(ChannelHandlerContext connection) {
        arm(connection, patience, () -> giveUp(connection));
    }

    private void giveUp(ChannelHandlerContext connection) {
        if (exchange == null) {
            connection.close();
        } else {
            stop(
                    exchange,
                    new Refused(
                            HttpResponseStatus.REQUEST_TIMEOUT,
                            Status.Code.DEADLINE_EXCEEDED,
                            "the body did not come within %d s".formatted(patience.toSeconds())));
        }
    }

    private void arm(ChannelHandlerContext connection, Duration after, Runnable what) {
        disarm();
        alarm = connection.executor().schedule(what, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        disarm();
        deaf = true;
        if (exchange != null) {
            exchange.cancel();
            exchange = null;
        }
    }

    /** A broken connection; what it carried is cancelled when it is closed. */
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        connection.close();
    }
}
