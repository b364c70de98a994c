package dev.pawl.gateway.access;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.pawl.api.v1.Scope;
import dev.pawl.db.access.Calls;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records every call that may change something. A call that cannot be recorded is not handled. */
public final class CallRecords implements ServerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecords.class);
    private static final List<String> SUBJECTS = List.of("task_id", "plan_id", "name");
    private static final int LONGEST = 200;
    private static final long NONE = -1;

    private final Calls calls;

    public CallRecords(Calls calls) {
        this.calls = calls;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (MethodScope.of(call.getMethodDescriptor()) == Scope.SCOPE_READ
                || !call.getMethodDescriptor().getType().clientSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        Recorded row = new Recorded();
        ServerCall<Q, R> answering = new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendMessage(R response) {
                row.made = subject(response);
                super.sendMessage(response);
            }
        };
        ServerCall.Listener<Q> started = new EndedCall(row::end).start(answering, headers, next);
        return new SimpleForwardingServerCallListener<>(started) {
            @Override
            public void onMessage(Q request) {
                row.begin(call, request);
                super.onMessage(request);
            }
        };
    }

    /** The row of one call. */
    private final class Recorded {
        private long id = NONE;
        private String made = "";

        void begin(ServerCall<?, ?> call, Object request) {
            id = calls.begin(
                    Caller.current().name(),
                    Objects.toString(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR), ""),
                    call.getMethodDescriptor().getFullMethodName(),
                    subject(request),
                    text(request, "request_id"));
        }

        void end(Status status) {
            if (id == NONE) {
                return;
            }
            try {
                calls.end(id, status.getCode().name(), made);
            } catch (RuntimeException e) {
                // The call was made, and its row says by whom.
                LOG.warn("the outcome {} of call {} is not recorded", status.getCode(), id, e);
            }
        }
    }

    private static String subject(Object message) {
        return SUBJECTS.stream()
                .map(field -> text(message, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(Object request, String field) {
        if (request instanceof Message message) {
            FieldDescriptor found = message.getDescriptorForType().findFieldByName(field);
            if (found != null && found.getJavaType() == FieldDescriptor.JavaType.STRING) {
                String text = (String) message.getField(found);
                return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            }
        }
        return "";
    }
}
