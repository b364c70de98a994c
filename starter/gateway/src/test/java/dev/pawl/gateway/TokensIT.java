package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AccessProto;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.Call;
import dev.pawl.api.v1.CollectRequest;
import dev.pawl.api.v1.CreateTokenRequest;
import dev.pawl.api.v1.ListCallsRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTokensRequest;
import dev.pawl.api.v1.RevokeTokenRequest;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.Token;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Status;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Callers with fewer rights than the owner, and the record of what they did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensIT {
    private GatewayUnderTest gateway;
    private PawlClient owner;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(
                directory, "--pawl.gateway.registration=100ms", "--pawl.gateway.callers.per-second=20");
        gateway.work();
        owner = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        owner.close();
        gateway.close();
    }

    @Test
    void everyMethodNamesItsScope() {
        assertThat(gateway.methods()).hasSizeGreaterThan(40).allSatisfy(method -> {
            ProtoMethodDescriptorSupplier proto = (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor();
            assertThat(proto.getMethodDescriptor().getOptions().getExtension(AccessProto.scope))
                    .as(method.getFullMethodName())
                    .isNotEqualTo(Scope.SCOPE_UNSPECIFIED);
        });
    }

    @Test
    void aTokenAllowsWhatItsScopesSay() {
        try (PawlClient reader = with(created("reader", Scope.SCOPE_READ));
                PawlClient service = with(created("service", Scope.SCOPE_SUBMIT))) {
            reader.tasks().listTasks(ListTasksRequest.getDefaultInstance());
            refused(
                    Status.Code.PERMISSION_DENIED,
                    () -> reader.tasks().submitTask(TaskSpecs.submission(TaskSpecs.valid())));

            String task = service.tasks()
                    .submitTask(TaskSpecs.submission(TaskSpecs.valid()))
                    .getTaskId();
            service.tasks().listTasks(ListTasksRequest.getDefaultInstance());
            refused(
                    Status.Code.PERMISSION_DENIED,
                    () -> service.tasks()
                            .answer(AnswerRequest.newBuilder()
                                    .setTaskId(task)
                                    .setText("yes")
                                    .build()));
            refused(
                    Status.Code.PERMISSION_DENIED,
                    () -> service.tokens().listTokens(ListTokensRequest.getDefaultInstance()));
            refused(Status.Code.PERMISSION_DENIED, () -> service.audit().collect(CollectRequest.getDefaultInstance()));
        }
    }

    @Test
    void aRevokedTokenAWrongSecretAndAnInventedOneAreRefused() {
        String secret = created("leaving", Scope.SCOPE_ADMIN);
        String wrong = secret.substring(0, secret.length() - 1) + (secret.endsWith("A") ? "B" : "A");
        try (PawlClient client = with(secret);
                PawlClient guesser = with(wrong)) {
            client.tasks().listTasks(ListTasksRequest.getDefaultInstance());
            refused(
                    Status.Code.UNAUTHENTICATED,
                    () -> guesser.tasks().listTasks(ListTasksRequest.getDefaultInstance()));

            owner.tokens()
                    .revokeToken(
                            RevokeTokenRequest.newBuilder().setName("leaving").build());

            refused(Status.Code.UNAUTHENTICATED, () -> client.tasks().listTasks(ListTasksRequest.getDefaultInstance()));
        }
    }

    @Test
    void theDatabaseHasNoSecretAndANameIsTakenUntilItsTokenIsRevoked() {
        String secret = created("taken", Scope.SCOPE_READ);
        refused(Status.Code.FAILED_PRECONDITION, () -> created("taken", Scope.SCOPE_READ));

        owner.tokens()
                .revokeToken(RevokeTokenRequest.newBuilder().setName("taken").build());

        assertThat(created("taken", Scope.SCOPE_READ)).isNotEqualTo(secret);
        List<Token> tokens = owner.tokens()
                .listTokens(ListTokensRequest.getDefaultInstance())
                .getTokensList();
        assertThat(tokens).filteredOn(token -> token.getName().equals("taken")).hasSize(2);
        assertThat(tokens.toString()).doesNotContain(secret.substring(secret.lastIndexOf('_')));
    }

    @Test
    void invalidTokensAreRefusedWithTheField() {
        assertThatThrownBy(() -> created("Not A Name", Scope.SCOPE_READ)).hasMessageContaining("name");
        assertThatThrownBy(() -> created("local", Scope.SCOPE_READ)).hasMessageContaining("name");
        assertThatThrownBy(() -> created("nothing")).hasMessageContaining("scopes");
        assertThatThrownBy(() -> owner.tokens()
                        .createToken(CreateTokenRequest.newBuilder()
                                .setName("long")
                                .addScopes(Scope.SCOPE_READ)
                                .setExpiresIn(Duration.newBuilder().setSeconds(400L * 24 * 3600))
                                .build()))
                .hasMessageContaining("expires_in");
    }

    @Test
    void everyWriteIsRecordedWithItsCallerAndOutcomeAndReadsAreNot() {
        String task;
        try (PawlClient service = with(created("recorded", Scope.SCOPE_SUBMIT))) {
            task = service.tasks()
                    .submitTask(TaskSpecs.submission(TaskSpecs.valid()))
                    .getTaskId();
            refused(
                    Status.Code.INVALID_ARGUMENT,
                    () -> service.tasks()
                            .submitTask(TaskSpecs.submission(TaskSpecs.valid().setTitle(""))));
            service.tasks().listTasks(ListTasksRequest.getDefaultInstance());
        }

        List<Call> calls = owner.audit()
                .listCalls(ListCallsRequest.newBuilder().setCaller("recorded").build())
                .getCallsList();

        assertThat(calls).extracting(Call::getOutcome).containsExactly("INVALID_ARGUMENT", "OK");
        assertThat(calls.getLast().getSubject()).isEqualTo(task);
        assertThat(calls.getLast().getMethod()).isEqualTo("pawl.v1.TaskService/SubmitTask");
        assertThat(calls.getLast().getPeer()).contains("127.0.0.1");
        assertThat(calls.getLast().getRequestId()).isNotEmpty();
        assertThat(owner.audit()
                        .listCalls(
                                ListCallsRequest.newBuilder().setSubject(task).build())
                        .getCallsList())
                .containsExactly(calls.getLast());
    }

    @Test
    void aCallerThatCallsTooOftenGetsTheTimeToWaitAndOthersAreNotAffected() {
        try (PawlClient eager = with(created("eager", Scope.SCOPE_READ));
                PawlClient calm = with(created("calm", Scope.SCOPE_READ))) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            eager.tasks()
                                    .listTasks(ListTasksRequest.newBuilder()
                                            .setPageSize(1)
                                            .build());
                        }
                    })
                    .hasMessageContaining("RESOURCE_EXHAUSTED")
                    .satisfies(refused -> assertThat(StatusProto.fromThrowable(refused)
                                    .getDetails(0)
                                    .is(RetryInfo.class))
                            .isTrue());

            calm.tasks().listTasks(ListTasksRequest.getDefaultInstance());
            owner.tasks().listTasks(ListTasksRequest.getDefaultInstance());
        }
    }

    private String created(String name, Scope... scopes) {
        return owner.tokens()
                .createToken(CreateTokenRequest.newBuilder()
                        .setName(name)
                        .addAllScopes(List.of(scopes))
                        .build())
                .getSecret();
    }

    private PawlClient with(String secret) {
        return PawlClient.over(
                Grpc.newChannelBuilderForAddress("127.0.0.1", gateway.port(), InsecureChannelCredentials.create())
                        .build(),
                secret,
                java.time.Duration.ofSeconds(20));
    }

    private static void refused(Status.Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .extracting(Status::fromThrowable)
                .extracting(Status::getCode)
                .isEqualTo(code);
    }
}
