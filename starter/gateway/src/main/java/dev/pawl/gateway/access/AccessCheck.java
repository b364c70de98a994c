package dev.pawl.gateway.access;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Scope;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requires {@code authorization: Bearer <token>} with the scope of the method, except for health: probes have no token,
 * and the answer reveals nothing.
 */
public final class AccessCheck implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SCHEME = "Bearer ";
    private static final String HEALTH = "grpc.health.v1.Health";
    private final Callers callers;

    public AccessCheck(Callers callers) {
        this.callers = callers;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (HEALTH.equals(call.getMethodDescriptor().getServiceName())) {
            return next.startCall(call, headers);
        }
        Optional<Caller> caller = token(headers.get(AUTHORIZATION)).flatMap(callers::of);
        if (caller.isEmpty()) {
            return refused(
                    call,
                    Status.UNAUTHENTICATED.withDescription(
                            "this needs a valid bearer token: the gateway's token file, or one of `pawl token create`"));
        }
        Scope needed = MethodScope.of(call.getMethodDescriptor());
        if (!caller.get().may(needed)) {
            return refused(
                    call,
                    Status.PERMISSION_DENIED.withDescription("this needs the scope '%s', which the token '%s' lacks"
                            .formatted(Words.of(needed), caller.get().name())));
        }
        return Contexts.interceptCall(Context.current().withValue(Caller.KEY, caller.get()), call, headers, next);
    }

    private static Optional<String> token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static <Q, R> ServerCall.Listener<Q> refused(ServerCall<Q, R> call, Status status) {
        call.close(status, new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
