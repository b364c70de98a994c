package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.InstructRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.ListTasksResponse;
import dev.pawl.api.v1.PauseRequest;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskState;
import dev.pawl.api.v1.TaskStatus;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskApiIT {
    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory);
        gateway.work();
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void anUnknownTaskIsNotFoundAndComesWithTheClosestIds() throws InvalidProtocolBufferException {
        String id = submit("Known");
        String mistyped = id.substring(0, id.length() - 1);
        StatusRuntimeException failure = failure(() -> client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(mistyped).build()));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(info(failure).getMetadataOrThrow("closest")).startsWith(id);
    }

    @Test
    void anActionOnAnUnknownTaskIsNotFound() {
        StatusRuntimeException failure = failure(() -> client.tasks()
                .pause(PauseRequest.newBuilder().setTaskId("t-nobody").build()));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void actionsThatTheStateForbidsAreRefusedWithTheTasksReason() throws InvalidProtocolBufferException {
        String id = submit("No question");
        StatusRuntimeException failure = failure(() -> client.tasks()
                .answer(AnswerRequest.newBuilder().setTaskId(id).setText("42").build()));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.getStatus().getDescription()).isEqualTo("no question is open");
        assertThat(info(failure).getReason()).isEqualTo("NotNow");
    }

    @Test
    void anActionAnswersWithTheStateItLedTo() {
        String id = submit("Pausing");
        TaskState state = client.tasks()
                .pause(PauseRequest.newBuilder().setTaskId(id).setBy("ann").build())
                .getState();
        assertThat(state.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PAUSED);
    }

    @Test
    void theSameRequestIdActsOnce() {
        String id = submit("Instructed");
        InstructRequest request = InstructRequest.newBuilder()
                .setTaskId(id)
                .setText("use sums")
                .setBy("ann")
                .setRequestId("r-1")
                .build();
        client.tasks().instruct(request);
        assertThat(client.tasks().instruct(request).getState().getPhase()).isEqualTo("ann: use sums");
        assertThat(client.tasks()
                        .instruct(request.toBuilder().setRequestId("r-2").build())
                        .getState()
                        .getPhase())
                .isEqualTo("ann: use sums|ann: use sums");
    }

    @Test
    void limitsAreExtendedByTheNamedAmounts() {
        String id = submit("Extended");
        ExtendRequest request = ExtendRequest.newBuilder()
                .setTaskId(id)
                .setIterations(2)
                .setCostUsd("2.50")
                .setTokens(1000)
                .setTime(com.google.protobuf.Duration.newBuilder().setSeconds(60))
                .setBy("ann")
                .setRequestId("r-1")
                .build();

        client.tasks().extend(request);

        assertThat(client.tasks().extend(request).getState().getPhase())
                .isEqualTo("ann: 2 iterations, $2.50, 1000 tokens, PT1M");
        for (ExtendRequest.Builder wrong : List.of(
                ExtendRequest.newBuilder(),
                ExtendRequest.newBuilder().setIterations(-1),
                ExtendRequest.newBuilder().setCostUsd("0"),
                ExtendRequest.newBuilder().setCostUsd("many"),
                ExtendRequest.newBuilder().setTokens(0),
                ExtendRequest.newBuilder().setTime(com.google.protobuf.Duration.getDefaultInstance()))) {
            assertThat(failure(() -> client.tasks().extend(wrong.setTaskId(id).build()))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void aBlankOrEndlessTextIsRefusedBeforeItReachesTheTask() {
        String id = submit("Texts");
        for (String text : List.of(" ", "x".repeat(8193), "nul\0")) {
            assertThat(failure(() -> client.tasks()
                                    .instruct(InstructRequest.newBuilder()
                                            .setTaskId(id)
                                            .setText(text)
                                            .build()))
                            .getStatus()
                            .getCode())
                    .isEqualTo(Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void aTaskThatEndedTakesNoActionsAndSaysHowItEnded() {
        String id = submit("Ended");
        client.tasks()
                .stop(StopRequest.newBuilder().setTaskId(id).setText("enough").build());
        awaitEnd(id);
        StatusRuntimeException failure = failure(() ->
                client.tasks().pause(PauseRequest.newBuilder().setTaskId(id).build()));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.getStatus().getDescription()).contains("partial");
    }

    @Test
    void anOpenTaskWithoutAWorkflowSaysHowItIsPutRight() {
        new SeededTask("t-lost", gateway.rows(), gateway.content()).store();
        StatusRuntimeException failure = failure(() -> client.tasks()
                .pause(PauseRequest.newBuilder().setTaskId("t-lost").build()));
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.getStatus().getDescription())
                .contains("the engine runs no workflow of task t-lost", "pawl doctor --repair");
    }

    @Test
    void cancellingTwiceIsTheSameAsOnce() {
        String id = submit("Cancelled");
        CancelRequest request =
                CancelRequest.newBuilder().setTaskId(id).setBy("ann").build();
        client.tasks().cancel(request);
        awaitEnd(id);
        client.tasks().cancel(request);
        assertThat(task(id).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_CANCELLED);
    }

    @Test
    void pagesHoldEveryTaskOnceNewestFirst() {
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.add(submit("Paged " + i));
        }
        List<String> listed = new ArrayList<>();
        ListTasksRequest.Builder request =
                ListTasksRequest.newBuilder().setPageSize(2).setText("paged");
        ListTasksResponse page;
        do {
            page = client.tasks().listTasks(request.build());
            page.getTasksList().forEach(task -> listed.add(task.getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!page.getNextPageToken().isEmpty());
        assertThat(listed).containsExactlyElementsOf(submitted.reversed());
    }

    @Test
    void aPageTokenThatNoPageGaveIsRefusedByName() {
        assertThat(failure(() -> client.tasks()
                                .listTasks(ListTasksRequest.newBuilder()
                                        .setPageToken("made-up")
                                        .build()))
                        .getStatus()
                        .getDescription())
                .contains("page_token");
    }

    @Test
    void nulInAnIdIsAFaultOfTheCaller() {
        assertThat(failure(() -> client.tasks()
                                .getTask(GetTaskRequest.newBuilder()
                                        .setTaskId("t\0")
                                        .build()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private String submit(String title) {
        return client.tasks()
                .submitTask(TaskSpecs.submission(TaskSpecs.valid().setTitle(title)))
                .getTaskId();
    }

    private Task task(String id) {
        return client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                .getTask();
    }

    private void awaitEnd(String id) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> task(id).hasFinishedAt());
    }

    private static StatusRuntimeException failure(Supplier<?> call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::get);
    }

    private static ErrorInfo info(StatusRuntimeException failure) throws InvalidProtocolBufferException {
        return Objects.requireNonNull(StatusProto.fromThrowable(failure))
                .getDetails(0)
                .unpack(ErrorInfo.class);
    }
}
