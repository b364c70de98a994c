package dev.pawl.gateway.access;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Reports the end of a call once: by its handler, by an exception of its handler, which others translate and answer, or
 * because the caller has gone.
 */
final class EndedCall {
    private final Consumer<Status> ended;
    private final AtomicBoolean reported = new AtomicBoolean();

    /** @param ended called once, with the status of the call */
    EndedCall(Consumer<Status> ended) {
        this.ended = ended;
    }

    <Q, R> ServerCall.Listener<Q> start(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        try {
            return listening(next.startCall(closing(call), headers));
        } catch (RuntimeException e) {
            report(statusOf(e));
            throw e;
        }
    }

    private <Q, R> ServerCall<Q, R> closing(ServerCall<Q, R> call) {
        return new SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                report(status);
                super.close(status, trailers);
            }
        };
    }

    private <Q> ServerCall.Listener<Q> listening(ServerCall.Listener<Q> listener) {
        return new SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onMessage(Q request) {
                try {
                    super.onMessage(request);
                } catch (RuntimeException e) {
                    report(statusOf(e));
                    throw e;
                }
            }

            @Override
            public void onHalfClose() {
                try {
                    super.onHalfClose();
                } catch (RuntimeException e) {
                    report(statusOf(e));
                    throw e;
                }
            }

            @Override
            public void onCancel() {
                report(Status.CANCELLED);
                super.onCancel();
            }
        };
    }

    private void report(Status status) {
        if (reported.compareAndSet(false, true)) {
            ended.accept(status);
        }
    }

    /** What has no status of its own is answered as internal, or as unavailable if the database is away. */
    private static Status statusOf(RuntimeException failure) {
        Status status = Status.fromThrowable(failure);
        return status.getCode() == Status.Code.UNKNOWN ? Status.INTERNAL : status;
    }
}
