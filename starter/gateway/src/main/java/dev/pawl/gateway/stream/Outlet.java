package dev.pawl.gateway.stream;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The output of a stream: waits for its reader, so that a slow one costs no memory, and ends when the reader has gone.
 * Blocks its thread, which is a virtual one.
 */
public final class Outlet<T> {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private final ServerCallStreamObserver<T> observer;

    public Outlet(StreamObserver<T> observer) {
        this.observer = (ServerCallStreamObserver<T>) observer;
    }

    /** @throws io.grpc.StatusRuntimeException CANCELLED if the reader has gone */
    public void send(T message) {
        while (!observer.isReady()) {
            pause();
        }
        observer.onNext(message);
    }

    /** @throws io.grpc.StatusRuntimeException CANCELLED if the reader has gone */
    public void check() {
        checkCaller();
    }

    /**
     * For a call without a stream.
     *
     * @throws io.grpc.StatusRuntimeException CANCELLED if the caller has gone
     */
    public static void checkCaller() {
        if (Context.current().isCancelled() || Thread.currentThread().isInterrupted()) {
            throw Status.CANCELLED.withDescription("the reader has gone").asRuntimeException();
        }
    }

    private void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        check();
    }

    public void complete() {
        observer.onCompleted();
    }
}
