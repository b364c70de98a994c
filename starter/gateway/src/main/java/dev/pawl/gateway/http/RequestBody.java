package dev.pawl.gateway.http;

import io.grpc.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The body of one request: the connection adds to it, and the call waits for its end. */
final class RequestBody {
    private final int largest;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    /** @param largest in bytes */
    RequestBody(int largest) {
        this.largest = largest;
    }

    /** @return false if it is too large */
    boolean add(ByteBuf part) {
        if (received.size() + part.readableBytes() > largest) {
            return false;
        }
        received.writeBytes(ByteBufUtil.getBytes(part));
        return true;
    }

    void end() {
        whole.complete(received.toByteArray());
    }

    /** Nothing more comes. */
    void drop() {
        whole.completeExceptionally(
                Status.CANCELLED.withDescription("the request has no end").asRuntimeException());
    }

    boolean complete() {
        return whole.isDone() && !whole.isCompletedExceptionally();
    }

    /** @throws io.grpc.StatusRuntimeException CANCELLED if it never ends */
    byte[] await() {
        try {
            return whole.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        } catch (ExecutionException e) {
            throw Status.fromThrowable(e).asRuntimeException();
        }
    }
}
