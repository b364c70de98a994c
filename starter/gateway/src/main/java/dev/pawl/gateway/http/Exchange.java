package dev.pawl.gateway.http;

import com.google.protobuf.Message;
import dev.pawl.gateway.http.Admission.Admitted;
import dev.pawl.gateway.http.Admission.Refused;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.netty.channel.Channel;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from its head to the end of its answer, as gRPC's server handles a call: interceptors see the head before
 * the body is read, one thread runs it, and its context ends with its time or its caller.
 */
final class Exchange implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Admitted admitted;
    private final RequestBody body;
    private final Answer answer;
    private final Attributes attributes;
    private final Context.CancellableContext context;

    Exchange(Admitted admitted, RequestBody body, Answer answer, Channel channel) {
        this.admitted = admitted;
        this.body = body;
        this.answer = answer;
        this.attributes = Attributes.newBuilder()
                .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, channel.remoteAddress())
                .set(Grpc.TRANSPORT_ATTR_LOCAL_ADDR, channel.localAddress())
                .build();
        this.context = admitted.timeout()
                .map(timeout ->
                        Context.ROOT.withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS, channel.eventLoop()))
                .orElseGet(Context.ROOT::withCancellation);
        context.addListener(ended -> whenCancelled(), Runnable::run);
    }

    RequestBody body() {
        return body;
    }

    @Override
    public void run() {
        try {
            context.run(() -> call(admitted.method()));
        } finally {
            context.cancel(null);
        }
    }

    private <Q, R> void call(ServerMethodDefinition<Q, R> method) {
        HttpCall<Q, R> call = new HttpCall<>(method.getMethodDescriptor(), attributes, answer, context::isCancelled);
        ServerCall.Listener<Q> listener;
        try {
            listener = method.getServerCallHandler().startCall(call, admitted.metadata());
        } catch (RuntimeException e) {
            fail(call, e);
            return;
        }
        boolean complete = false;
        try {
            if (!answer.over()) {
                listener.onReady();
                listener.onMessage(request(method.getMethodDescriptor().getRequestMarshaller()));
                listener.onHalfClose();
                answer.awaitEnd();
            }
            complete = !context.isCancelled();
        } catch (RuntimeException e) {
            fail(call, e);
        }
        if (complete) {
            listener.onComplete();
        } else {
            listener.onCancel();
        }
    }

    @SuppressWarnings("unchecked")
    private <Q> Q request(Marshaller<Q> marshaller) {
        Message prototype =
                (Message) Objects.requireNonNull(((PrototypeMarshaller<Q>) marshaller).getMessagePrototype());
        return (Q) RequestJson.read(body.await(), prototype);
    }

    /** Interceptors translate what handlers throw; this is what nobody translates. */
    private static void fail(HttpCall<?, ?> call, RuntimeException failure) {
        if (failure instanceof StatusRuntimeException status) {
            Metadata trailers = status.getTrailers();
            call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
        } else {
            LOG.error("a call over HTTP failed", failure);
            call.close(Status.INTERNAL.withDescription("the call failed; see the gateway's log"), new Metadata());
        }
    }

    /** Ends it without its handler, which learns it from its context. */
    void refuse(Refused refused) {
        answer.error(refused.http(), refused.status(), new Metadata());
        cancel();
    }

    /** Its caller has gone. */
    void cancel() {
        context.cancel(Status.CANCELLED.withDescription("the caller has gone").asRuntimeException());
    }

    private void whenCancelled() {
        if (context.cancellationCause() instanceof TimeoutException) {
            Status late = Status.DEADLINE_EXCEEDED.withDescription("the call took longer than Connect-Timeout-Ms");
            answer.error(HttpCodes.of(late.getCode()), late, new Metadata());
        }
        // After an answer this does nothing.
        answer.drop();
        body.drop();
    }
}
