package dev.pawl.gateway.http;

import com.google.protobuf.MessageOrBuilder;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A call as handlers and interceptors see it, answered over HTTP. */
final class HttpCall<Q, R> extends ServerCall<Q, R> {
    private final MethodDescriptor<Q, R> method;
    private final Attributes attributes;
    private final Answer answer;
    private final BooleanSupplier cancelled;
    private @Nullable R response;

    /** @param attributes of the transport, such as the address of the caller */
    HttpCall(MethodDescriptor<Q, R> method, Attributes attributes, Answer answer, BooleanSupplier cancelled) {
        this.method = method;
        this.attributes = attributes;
        this.answer = answer;
        this.cancelled = cancelled;
    }

    /** There is one request, and it comes anyway. */
    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(R message) {
        if (method.getType().serverSendsOneMessage()) {
            response = message;
        } else {
            answer.line(ResponseJson.result((MessageOrBuilder) message));
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (!status.isOk()) {
            answer.error(HttpCodes.of(status.getCode()), status, trailers);
        } else if (!method.getType().serverSendsOneMessage()) {
            answer.end();
        } else if (response != null) {
            answer.document(ResponseJson.message((MessageOrBuilder) response));
        } else {
            close(Status.INTERNAL.withDescription("the call ended without a response"), trailers);
        }
    }

    @Override
    public boolean isReady() {
        return answer.writable();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
        return method;
    }
}
