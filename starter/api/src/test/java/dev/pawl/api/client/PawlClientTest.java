package dev.pawl.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.ServerServiceGrpc;
import dev.pawl.api.v1.TaskServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PawlClientTest {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private final String name = InProcessServerBuilder.generateName();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private Server server = InProcessServerBuilder.forName(name).build();

    @BeforeEach
    void start() throws IOException {
        server = InProcessServerBuilder.forName(name)
                .addService(new Answering())
                .addService(new Silent())
                .intercept(new Listening())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void theTokenGoesWithEveryCall() {
        try (PawlClient client = client("secret", Duration.ofSeconds(5))) {
            client.server().getInfo(GetInfoRequest.getDefaultInstance());
            client.server().getInfo(GetInfoRequest.getDefaultInstance());
        }
        assertThat(authorizations).containsExactly("Bearer secret", "Bearer secret");
    }

    @Test
    void aCallWithoutAnAnswerEndsAtItsDeadline() {
        try (PawlClient client = client(null, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> client.tasks().getTask(GetTaskRequest.getDefaultInstance()))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        }
    }

    @Test
    void withoutTlsOnlyALoopbackAddressGetsTheToken(@TempDir Path dir) {
        Path token = dir.resolve("token");
        assertThatThrownBy(() -> new Endpoint("192.0.2.1", 7420, token, false, null, Endpoint.DEFAULT_DEADLINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.1")
                .hasMessageContaining("TLS");
        assertThat(Endpoint.remote("192.0.2.1", 7420, token).tls()).isTrue();
    }

    @Test
    void anEmptyTokenFileIsNamed(@TempDir Path dir) throws IOException {
        Path token = Files.writeString(dir.resolve("token"), "\n");
        assertThatThrownBy(() -> PawlClient.connect(Endpoint.local(7420, token)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(token.toString());
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    private PawlClient client(@Nullable String token, Duration deadline) {
        return PawlClient.over(InProcessChannelBuilder.forName(name).build(), token, deadline);
    }

    private static final class Answering extends ServerServiceGrpc.ServerServiceImplBase {
        @Override
        public void getInfo(GetInfoRequest request, StreamObserver<GetInfoResponse> observer) {
            observer.onNext(GetInfoResponse.getDefaultInstance());
            observer.onCompleted();
        }
    }

    private static final class Silent extends TaskServiceGrpc.TaskServiceImplBase {
        @Override
        public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> observer) {
            // Never answers.
        }
    }

    private final class Listening implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            authorizations.add(String.valueOf(headers.get(AUTHORIZATION)));
            return next.startCall(call, headers);
        }
    }
}
