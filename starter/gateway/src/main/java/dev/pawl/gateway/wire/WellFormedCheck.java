package dev.pawl.gateway.wire;

import com.google.protobuf.Message;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.v1.PublishRequest;
import dev.pawl.api.v1.PublishStreamRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.gateway.failure.Failures;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;

/**
 * Refuses malformed messages before they are handled. A submission reports these together with its other errors, and
 * published events each on their own.
 */
public final class WellFormedCheck implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q request) {
                if (request instanceof Message message && !ofItsOwn(message)) {
                    List<FieldViolation> faults = WireFaults.in(message);
                    if (!faults.isEmpty()) {
                        throw Failures.invalid(faults);
                    }
                }
                super.onMessage(request);
            }
        };
    }

    private static boolean ofItsOwn(Message request) {
        return request instanceof SubmitTaskRequest
                || request instanceof PublishRequest
                || request instanceof PublishStreamRequest;
    }
}
