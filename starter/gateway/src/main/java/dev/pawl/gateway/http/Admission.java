package dev.pawl.gateway.http;

import io.grpc.Metadata;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.Optional;

/** What the head of a request says: a call, or why it is none. */
sealed interface Admission {
    /**
     * A call whose body is still to come.
     *
     * @param metadata the headers that calls know
     * @param timeout of the whole call; empty for none
     */
    record Admitted(ServerMethodDefinition<?, ?> method, Metadata metadata, Optional<Duration> timeout)
            implements Admission {}

    /** @param status whose code and description the answer has */
    record Refused(HttpResponseStatus http, Status status) implements Admission {
        Refused(HttpResponseStatus http, Status.Code code, String message) {
            this(http, code.toStatus().withDescription(message));
        }
    }
}
