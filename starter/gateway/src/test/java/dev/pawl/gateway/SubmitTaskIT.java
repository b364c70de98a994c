package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.RetryTaskRequest;
import dev.pawl.api.v1.RetryTaskResponse;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.request.TaskRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitTaskIT {
    private static final int MIB = 1024 * 1024;
    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory, "--pawl.gateway.engine.web-ui=http://127.0.0.1:8233/");
        gateway.work();
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aSubmittedTaskCanBeReadAtOnceAndLinksToTheWebUi() {
        SubmitTaskResponse submitted = client.tasks().submitTask(TaskSpecs.submission(TaskSpecs.valid()));
        assertThat(submitted.getRegistered()).isTrue();
        Task task = task(submitted.getTaskId());
        assertThat(task.getTitle()).isEqualTo("Calculator");
        assertThat(submitted.getWebUi())
                .isEqualTo(task.getLinks().getWebUi())
                .isEqualTo("http://127.0.0.1:8233/namespaces/default/workflows/" + task.getId());
    }

    @Test
    void theSameRequestIdIsTheSameTaskWhileItRunsAndAfterItEnded() {
        SubmitTaskRequest request = TaskSpecs.submission(TaskSpecs.valid().setTitle("Only once"));
        String first = client.tasks().submitTask(request).getTaskId();
        assertThat(client.tasks().submitTask(request).getTaskId()).isEqualTo(first);
        client.tasks()
                .stop(StopRequest.newBuilder().setTaskId(first).setText("done").build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> task(first).hasFinishedAt());
        assertThat(client.tasks().submitTask(request).getTaskId()).isEqualTo(first);
        assertThat(task(first).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PARTIAL);
        assertThat(client.tasks()
                        .listTasks(ListTasksRequest.newBuilder()
                                .setText("Only once")
                                .build())
                        .getTasksList())
                .hasSize(1);
    }

    @Test
    void aRetryIsANewTaskWithTheSameRequestOncePerRequestId() throws IOException {
        String prompt = "x".repeat(MIB);
        String first = client.tasks()
                .submitTask(TaskSpecs.submission(TaskSpecs.valid().setPrompt(prompt)))
                .getTaskId();
        RetryTaskRequest retry = RetryTaskRequest.newBuilder()
                .setTaskId(first)
                .setRequestId("again")
                .build();
        assertThatThrownBy(() -> client.tasks().retryTask(retry))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("has not ended");
        client.tasks()
                .stop(StopRequest.newBuilder().setTaskId(first).setText("done").build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> task(first).hasFinishedAt());

        RetryTaskResponse again = client.tasks().retryTask(retry);
        assertThat(again.getRegistered()).isTrue();
        assertThat(again.getTaskId()).isNotEqualTo(first);
        assertThat(client.tasks().retryTask(retry).getTaskId()).isEqualTo(again.getTaskId());
        assertThat(request(again.getTaskId())).isEqualTo(request(first));
        assertThatThrownBy(() -> client.tasks()
                        .retryTask(retry.toBuilder()
                                .setTaskId("t-nowhere")
                                .setRequestId("other")
                                .build()))
                .hasMessageContaining("no task 't-nowhere'");
        assertThatThrownBy(() -> client.tasks()
                        .retryTask(retry.toBuilder().clearRequestId().build()))
                .hasMessageContaining("request_id");
    }

    private TaskRequest request(String id) throws IOException {
        return PawlDataConverter.mapper()
                .readValue(gateway.rows().tasks().find(id).orElseThrow().request(), TaskRequest.class);
    }

    @Test
    void aPromptOf10MibIsStoredAndReferredToAndALongerOneIsRefused() throws IOException {
        String prompt = "x".repeat(10 * MIB);
        String id = client.tasks()
                .submitTask(TaskSpecs.submission(TaskSpecs.valid().setPrompt(prompt)))
                .getTaskId();
        TaskRequest request = PawlDataConverter.mapper()
                .readValue(gateway.rows().tasks().find(id).orElseThrow().request(), TaskRequest.class);
        String ref = Objects.requireNonNull(request.prompt().ref()).sha256();
        assertThat(new LocalContentStore(gateway.content()).read(ref, 11 * MIB))
                .isEqualTo(prompt.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> client.tasks()
                        .submitTask(TaskSpecs.submission(TaskSpecs.valid().setPrompt(prompt + "y"))))
                .hasMessageContaining("task.prompt")
                .hasMessageContaining("at most 10485760");
    }

    @Test
    void allErrorsAreReportedAtOnceAndNothingStarts() {
        SubmitTaskRequest request = TaskSpecs.submission(TaskSpecs.valid()
                .setTitle("Never\0started")
                .setPrompt(" ")
                .setAgent(AgentSpec.newBuilder().setName("command"))
                .setLimits(Limits.newBuilder().setIterations(0).setCostUsd("much"))
                .addFiles("../outside")
                .setVerifyValue(77));
        assertThatThrownBy(() -> client.tasks().submitTask(request))
                .isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(violations(e).getFieldViolationsList())
                            .extracting(FieldViolation::getField)
                            .containsExactlyInAnyOrder(
                                    "task.title",
                                    "task.prompt",
                                    "task.agent",
                                    "task.limits.iterations",
                                    "task.limits.cost_usd",
                                    "task.files[0]",
                                    "task.verify");
                });
        assertThat(client.tasks()
                        .listTasks(
                                ListTasksRequest.newBuilder().setText("Never").build())
                        .getTasksList())
                .isEmpty();
    }

    private Task task(String id) {
        return client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                .getTask();
    }

    private static BadRequest violations(StatusRuntimeException e) {
        try {
            return Objects.requireNonNull(StatusProto.fromThrowable(e))
                    .getDetails(0)
                    .unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
