package dev.pawl.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.TaskServiceGrpc;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallerLimitsTest {
    private static final Caller SERVICE = new Caller("service", Set.of(Scope.SCOPE_READ));
    private static final Caller OTHER = new Caller("other", Set.of(Scope.SCOPE_READ));

    private final AtomicLong clock = new AtomicLong();
    private final List<ServerCall<GetTaskRequest, GetTaskResponse>> begun = new ArrayList<>();

    @Test
    void aCallerHasItsRateAndABurstOfTwiceAsMany() {
        CallerLimits limits = new CallerLimits(10, 1_000, clock::get);
        for (int i = 0; i < 20; i++) {
            call(limits, SERVICE);
        }
        assertThatThrownBy(() -> call(limits, SERVICE)).hasMessageContaining("try again in 100 ms");
        call(limits, OTHER);

        clock.addAndGet(Duration.ofMillis(100).toNanos());

        call(limits, SERVICE);
        assertThatThrownBy(() -> call(limits, SERVICE)).hasMessageContaining("too many calls");
    }

    @Test
    void aCallThatEndsMakesRoomForAnother() {
        CallerLimits limits = new CallerLimits(100, 2, clock::get);
        call(limits, SERVICE);
        call(limits, SERVICE);
        assertThatThrownBy(() -> call(limits, SERVICE)).hasMessageContaining("too many calls");

        begun.getFirst().close(Status.OK, new Metadata());
        begun.getFirst().close(Status.OK, new Metadata());

        call(limits, SERVICE);
        assertThatThrownBy(() -> call(limits, SERVICE)).hasMessageContaining("too many calls");
    }

    @Test
    void aCallWhoseHandlerFailsMakesRoomForAnother() throws Exception {
        CallerLimits limits = new CallerLimits(100, 1, clock::get);
        for (int i = 0; i < 3; i++) {
            ServerCall.Listener<GetTaskRequest> failing = Context.current()
                    .withValue(Caller.KEY, SERVICE)
                    .wrap(() -> limits.interceptCall(new Nothing(), new Metadata(), (call, headers) -> new Failing()))
                    .call();
            assertThatThrownBy(failing::onHalfClose).hasMessage("a fault");
        }
    }

    @Test
    void theOwnerHasNoLimit() {
        CallerLimits limits = new CallerLimits(1, 1, clock::get);
        for (int i = 0; i < 100; i++) {
            call(limits, Caller.OWNER);
        }
        assertThat(begun).hasSize(100);
    }

    private void call(CallerLimits limits, Caller caller) {
        Context.current()
                .withValue(Caller.KEY, caller)
                .run(() -> limits.interceptCall(new Nothing(), new Metadata(), (call, headers) -> {
                    begun.add(call);
                    return new ServerCall.Listener<>() {};
                }));
    }

    private static final class Failing extends ServerCall.Listener<GetTaskRequest> {
        @Override
        public void onHalfClose() {
            throw new IllegalStateException("a fault");
        }
    }

    /** A call whose client is not there. */
    private static final class Nothing extends ServerCall<GetTaskRequest, GetTaskResponse> {
        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(GetTaskResponse message) {}

        @Override
        public void close(Status status, Metadata trailers) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<GetTaskRequest, GetTaskResponse> getMethodDescriptor() {
            return TaskServiceGrpc.getGetTaskMethod();
        }
    }
}
