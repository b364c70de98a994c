package dev.pawl.gateway.http;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The response to one request: one document, or a document a line. What follows its end is dropped. */
final class Answer {
    /**
     * Sent to the connection's handlers after the response.
     *
     * @param reusable whether another request may follow
     */
    record Sent(boolean reusable) {}

    private static final String LINES = "application/x-ndjson";

    private final Channel channel;
    private final BooleanSupplier reusable;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean begun;
    private boolean keep;

    /** @param reusable asked when the response begins */
    Answer(Channel channel, BooleanSupplier reusable) {
        this.channel = channel;
        this.reusable = reusable;
    }

    synchronized void document(byte[] json) {
        if (!over()) {
            whole(HttpResponseStatus.OK, json, "");
        }
    }

    synchronized void line(byte[] json) {
        if (!over()) {
            begin();
            write(new DefaultHttpContent(Unpooled.wrappedBuffer(json)));
        }
    }

    /** The stream is complete. */
    synchronized void end() {
        if (!over()) {
            begin();
            last(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    /** A response of its own; a stream that has begun ends with a line that says why. */
    synchronized void error(HttpResponseStatus http, Status status, Metadata trailers) {
        if (over()) {
            return;
        }
        if (begun) {
            write(new DefaultHttpContent(Unpooled.wrappedBuffer(ResponseJson.failure(status, trailers))));
            last(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            whole(http, ResponseJson.error(status, trailers), retryAfter(status, trailers));
        }
    }

    /** Nobody reads it. */
    void drop() {
        over.complete(null);
    }

    boolean over() {
        return over.isDone();
    }

    /** Returns at its end. */
    void awaitEnd() {
        over.join();
    }

    /** Whether its reader keeps up. */
    boolean writable() {
        return channel.isWritable();
    }

    private void whole(HttpResponseStatus http, byte[] json, String retryAfter) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, http, Unpooled.wrappedBuffer(json));
        head(response, HttpHeaderValues.APPLICATION_JSON.toString());
        HttpUtil.setContentLength(response, json.length);
        if (!retryAfter.isEmpty()) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        if (http.equals(HttpResponseStatus.UNAUTHORIZED)) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (http.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, "POST");
        }
        last(response);
    }

    private void begin() {
        if (!begun) {
            begun = true;
            HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            head(response, LINES);
            HttpUtil.setTransferEncodingChunked(response, true);
            write(response);
        }
    }

    private void head(HttpResponse response, String type) {
        keep = reusable.getAsBoolean();
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("x-content-type-options", "nosniff");
        HttpUtil.setKeepAlive(response, keep);
    }

    private void write(HttpObject part) {
        channel.writeAndFlush(part).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private void last(HttpObject part) {
        Sent sent = new Sent(keep);
        // Not after the write: a client that has its answer may send its next request before this thread goes on.
        ChannelPromise written =
                channel.newPromise().addListener(end -> channel.pipeline().fireUserEventTriggered(sent));
        channel.writeAndFlush(part, written).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        over.complete(null);
    }

    /** Whole seconds; empty if the status says nothing. */
    private static String retryAfter(Status status, Metadata trailers) {
        for (Any detail : StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList()) {
            if (detail.is(RetryInfo.class)) {
                try {
                    com.google.protobuf.Duration wait =
                            detail.unpack(RetryInfo.class).getRetryDelay();
                    return Long.toString(wait.getSeconds() + (wait.getNanos() > 0 ? 1 : 0));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return "";
    }
}
