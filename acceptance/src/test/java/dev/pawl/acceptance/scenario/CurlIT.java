package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.util.JsonFormat;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.GetTaskResponse;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A script with curl and JSON runs a task: the same rows as by gRPC. */
@OnSharedStack
class CurlIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStack stack;
    private final Tasks tasks;

    CurlIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    private record Answer(int status, String document) {
        JsonNode json() throws IOException {
            return JSON.readTree(document);
        }
    }

    @Test
    void curlSubmitsATaskOnceWaitsForItAndReadsWhatGrpcReads() throws Exception {
        String title = "By curl " + UUID.randomUUID();
        String submission = JsonFormat.printer()
                .print(SubmitTaskRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setTask(Tasks.calculator("calculator_at_once").setTitle(title))
                        .build());

        Answer submitted = curl("SubmitTask", stack.token(), submission);
        assertThat(submitted.status()).as(submitted.document()).isEqualTo(200);
        String id = submitted.json().get("taskId").asText();
        assertThat(curl("SubmitTask", stack.token(), submission)
                        .json()
                        .get("taskId")
                        .asText())
                .isEqualTo(id);
        JsonNode waited = curl("WaitTask", stack.token(), "{\"task_id\": \"%s\", \"timeout\": \"300s\"}".formatted(id))
                .json();

        Task task = tasks.get(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(waited.get("reached").asBoolean()).isTrue();
        GetTaskResponse.Builder read = GetTaskResponse.newBuilder();
        JsonFormat.parser().merge(curl("GetTask", stack.token(), named(id)).document(), read);
        assertThat(read.getTask()).isEqualTo(task);
        assertThat(diff(curl("GetDiff", stack.token(), named(id)).document())).isEqualTo(tasks.diff(id));
        assertThat(stack.client()
                        .tasks()
                        .listTasks(ListTasksRequest.newBuilder().setText(title).build())
                        .getTasksList())
                .hasSize(1);
    }

    @Test
    void curlGetsTypedErrors() throws Exception {
        Answer invalid = curl("SubmitTask", stack.token(), "{\"request_id\": \"r\", \"task\": {\"title\": \"\"}}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.json().at("/details/0/debug/fieldViolations").findValuesAsText("field"))
                .contains("task.title", "task.prompt");

        Answer stranger = curl("ListTasks", "wrong", "{}");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().get("code").asText()).isEqualTo("unauthenticated");
        assertThat(curl("GetTask", stack.token(), named("t-nowhere")).status()).isEqualTo(404);
        assertThat(curl("NoMethod", stack.token(), "{}").status()).isEqualTo(404);
    }

    private static String named(String id) {
        return "{\"task_id\": \"%s\"}".formatted(id);
    }

    private static String diff(String lines) {
        return lines.lines()
                .map(CurlIT::chunk)
                .map(chunk -> new String(chunk, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static byte[] chunk(String line) {
        try {
            return Base64.getDecoder()
                    .decode(JSON.readTree(line).at("/result/chunk").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the header from standard input, so that the token is in no list of processes. */
    private Answer curl(String method, String token, String body) throws Exception {
        Process curl = new ProcessBuilder(List.of(
                        "curl",
                        "-sS",
                        "-H",
                        "@-",
                        "-H",
                        "Content-Type: application/json",
                        "-w",
                        "\n%{http_code}",
                        "-d",
                        body,
                        stack.httpUrl() + "/pawl.v1.TaskService/" + method))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var head = curl.outputWriter(StandardCharsets.UTF_8)) {
            head.write("Authorization: Bearer " + token);
        }
        String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        int end = out.lastIndexOf('\n');
        return new Answer(Integer.parseInt(out.substring(end + 1)), out.substring(0, end));
    }
}
