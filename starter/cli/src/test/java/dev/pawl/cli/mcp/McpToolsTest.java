package dev.pawl.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.WaitTaskResponse;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Machine;
import dev.pawl.cli.fake.Plans;
import dev.pawl.cli.fake.Tasks;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the tools and resources of {@code pawl mcp} do. */
@Timeout(60)
class McpToolsTest {
    private static final String TASK = "{\"task\": \"" + Tasks.ID + "\"}";

    @TempDir
    Path directory;

    private FakeGateway gateway;
    private Machine machine;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        machine = new Machine(directory)
                .with("PAWL_ADDRESS", "127.0.0.1:" + gateway.port())
                .with("CODEX_API_KEY", "k")
                .has("codex")
                .has("python3");
        client = Client.of(machine.environment(), machine.repository);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    private TaskSpec submitted() {
        return gateway.submitted.getLast().getTask();
    }

    @Test
    void everyToolIsListedWithItsParameters() throws Exception {
        JsonObject tools = client.request("tools/list", new JsonObject()).getAsJsonObject("result");

        assertThat(tools.getAsJsonArray("tools"))
                .extracting(tool -> tool.getAsJsonObject().get("name").getAsString())
                .containsExactly(
                        "submit",
                        "wait",
                        "status",
                        "list",
                        "inbox",
                        "answer",
                        "approve",
                        "reject",
                        "diff",
                        "logs",
                        "plan_status");
        assertThat(tools.getAsJsonArray("tools")).allSatisfy(tool -> {
            JsonObject schema = tool.getAsJsonObject().getAsJsonObject("inputSchema");
            assertThat(schema.get("type").getAsString()).isEqualTo("object");
            assertThat(schema.getAsJsonObject("properties").keySet())
                    .containsAll(StreamSupport.stream(
                                    schema.getAsJsonArray("required").spliterator(), false)
                            .map(JsonElement::getAsString)
                            .toList());
        });
    }

    @Test
    void aTaskOfItsUsualKeysIsSubmitted() throws Exception {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("prompt", "Round half up.\n---\nThanks.");
        arguments.addProperty("title", "Fix: the \"rounding\" # now");
        arguments.addProperty("workspace", machine.repository.toString());
        arguments.addProperty("agent", "codex");
        arguments.add(
                "checks",
                Client.object("{\"c\": [\"python3 -m unittest -k 'a: b'\"]}").get("c"));
        arguments.addProperty("request_id", "work-1");

        Client.Result result = client.call("submit", arguments);

        assertThat(result.error()).as(result.texts()).isFalse();
        assertThat(result.texts()).startsWith("task " + Tasks.ID + ": Fix: the \"rounding\" # now");
        assertThat(gateway.submitted.getLast().getRequestId()).isEqualTo("work-1");
        assertThat(submitted().getTitle()).isEqualTo("Fix: the \"rounding\" # now");
        assertThat(submitted().getPrompt()).isEqualTo("Round half up.\n---\nThanks.");
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
        assertThat(submitted().getAgent().getName()).isEqualTo("codex");
        assertThat(submitted().getChecksList())
                .extracting(check -> check.getRun())
                .containsExactly("python3 -m unittest -k 'a: b'");
        assertThat(submitted().getInteractive()).as("answer can be called").isTrue();
    }

    @Test
    void withoutAWorkspaceATaskWorksOnTheRepositoryOfTheServer() throws Exception {
        client.call("submit", "{\"prompt\": \"Do it\", \"agent\": \"codex\"}");
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());

        client.call("submit", "{\"prompt\": \"Do it\"}");
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
    }

    @Test
    void theTextOfAWholeTaskFileIsSubmitted() throws Exception {
        JsonObject arguments = new JsonObject();
        arguments.addProperty(
                "task_file", "---\ntitle: Sum\nagent: codex\nworkspace: .\nfiles: [sum.py]\n---\nAdd numbers.\n");
        arguments.addProperty("workspace", machine.repository.toString());

        Client.Result result = client.call("submit", arguments);

        assertThat(result.error()).as(result.texts()).isFalse();
        assertThat(submitted().getFilesList()).containsExactly("sum.py");
        assertThat(submitted().getWorkspace().getSource()).isEqualTo(machine.repository.toString());
    }

    @Test
    void everyProblemOfATaskIsReportedAndNothingStarts() throws Exception {
        Client.Result result = client.call(
                "submit",
                "{\"task_file\": \"---\\ntitel: Sum\\nagent: codx\\n---\\nAdd.\", \"workspace\": \"%s\"}"
                        .formatted(machine.repository));

        assertThat(result.error()).isTrue();
        assertThat(result.texts()).contains("nothing was started", "did you mean 'title'?", "did you mean 'codex'?");
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void aTaskThatThisMachineCannotRunIsRefused() throws Exception {
        Client.Result result =
                client.call("submit", "{\"prompt\": \"x\", \"agent\": \"codex\", \"checks\": [\"cargo test\"]}");

        assertThat(result.error()).isTrue();
        assertThat(result.texts()).contains("missing on this machine", "cargo");
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void whatNeedsTheUsersPermissionIsNotStarted() throws Exception {
        machine.file(".pawl/defaults.yaml", "agent: command\ncommand: [python3, agent.py]\n");

        Client.Result result = client.call("submit", "{\"prompt\": \"x\"}");

        assertThat(result.error()).isTrue();
        assertThat(result.texts()).contains("needs your permission", "command", "--trust");
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void onlyOneOfTheTwoWaysToGiveATaskIsTaken() throws Exception {
        assertThat(client.call("submit", "{\"task_file\": \"x\", \"prompt\": \"y\"}")
                        .texts())
                .contains("task_file is a whole task; leave out");
        assertThat(client.call("submit", "{\"title\": \"y\"}").texts()).contains("give a prompt or a task_file");
        assertThat(client.call("submit", "{\"prompt\": \"y\", \"workspace\": \"/no/such\"}")
                        .texts())
                .contains("workspace: no such directory: /no/such");
    }

    @Test
    void aTaskIsShownInParts() throws Exception {
        gateway.contents.put("ff02", "fix it");
        assertThat(client.call("status", TASK).texts()).contains("accepted", "all evidence is green");
        for (String part : List.of("summary", "decisions", "evidence", "cost", "report")) {
            Client.Result shown = client.call("status", "{\"task\": \"last\", \"part\": \"%s\"}".formatted(part));
            assertThat(shown.error()).as(shown.texts()).isFalse();
            assertThat(shown.texts()).isNotBlank();
        }
    }

    @Test
    void tasksAreListedAndFiltered() throws Exception {
        gateway.tasks.put(
                "other-1", Tasks.fresh().setId("other-1").clearLabels().build());

        assertThat(client.call("list", "{}").texts()).contains(Tasks.ID, "other-1");
        assertThat(client.call("list", "{\"label\": \"nightly\", \"limit\": 3}").texts())
                .contains(Tasks.ID)
                .doesNotContain("other-1");
        assertThat(client.call("list", "{\"status\": \"failed\"}").texts()).contains("no tasks");
    }

    @Test
    void aWaitIsBoundedAndSaysIfTheTaskContinues() throws Exception {
        Client.Result over = client.call("wait", "{\"task\": \"%s\", \"seconds\": 7}".formatted(Tasks.ID));
        assertThat(over.error()).isFalse();
        assertThat(over.texts()).startsWith("not yet: after 7 seconds the task continues; call wait again");
        assertThat(gateway.waited.getLast().getTimeout().getSeconds()).isEqualTo(7);
        assertThat(gateway.waited.getLast().getOrWaiting()).isTrue();

        gateway.wait = (request, out) -> {
            out.onNext(WaitTaskResponse.newBuilder()
                    .setTask(Tasks.accepted())
                    .setReached(true)
                    .build());
            out.onCompleted();
        };
        assertThat(client.call("wait", TASK).texts()).doesNotContain("not yet").contains("accepted");
    }

    @Test
    void aQuestionIsShownAndAnsweredInTheNameOfTheUser() throws Exception {
        gateway.tasks.put(Tasks.ID, Tasks.waiting("clarify"));
        gateway.inbox.questions.add(OpenQuestion.newBuilder()
                .setId("q-1")
                .setTaskId(Tasks.ID)
                .setTitle("Calculator")
                .setKind("clarify")
                .setQuestion("Decimals or fractions?")
                .build());

        assertThat(client.call("inbox", "{}").texts()).contains("Decimals or fractions?", "pawl answer " + Tasks.ID);
        Client.Result answered = client.call("answer", "{\"task\": \"calc\", \"text\": \"Decimals\"}");
        client.call("approve", "{\"task\": \"%s\", \"reason\": \"seen\"}".formatted(Tasks.ID));
        client.call("reject", TASK);

        assertThat(answered.texts()).contains("task " + Tasks.ID + ": answer taken up");
        AnswerRequest answer = (AnswerRequest) gateway.actions.get(0);
        assertThat(answer.getText()).isEqualTo("Decimals");
        assertThat(answer.getTaskId()).isEqualTo(Tasks.ID);
        assertThat(answer.getBy()).isEqualTo("ada via MCP");
        assertThat(answer.getRequestId()).isNotBlank();
        assertThat(((ApproveRequest) gateway.actions.get(1)).getText()).isEqualTo("seen");
        assertThat(((RejectRequest) gateway.actions.get(2)).getBy()).isEqualTo("ada via MCP");
    }

    @Test
    void aRefusedCallIsAToolErrorWithTheMessageOfTheGateway() throws Exception {
        Client.Result refused = client.call("answer", "{\"task\": \"%s\", \"text\": \"not now\"}".formatted(Tasks.ID));
        assertThat(refused.error()).isTrue();
        assertThat(refused.texts()).contains("the task does not ask anything");

        gateway.wait = (request, out) -> out.onError(Status.PERMISSION_DENIED
                .withDescription("the token lacks the scope read")
                .asRuntimeException());
        Client.Result denied = client.call("wait", TASK);
        assertThat(denied.error()).isTrue();
        assertThat(denied.texts()).contains("the token lacks the scope read");
    }

    @Test
    void aLongChangeIsReadInPartsWithoutLosingAByte() throws Exception {
        String patch = ("+zeile mit ü, 漢字 und 😀\n".repeat(3000) + "x".repeat(100_000) + "😀".repeat(20_000));
        gateway.patch = patch.getBytes(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        long offset = 0;
        int parts = 0;
        for (boolean more = true; more; parts++) {
            client.sendCall("diff", Client.object("{\"task\": \"last\", \"offset\": %d}".formatted(offset)));
            var content = client.read().getAsJsonObject("result").getAsJsonArray("content");
            String text = content.get(0).getAsJsonObject().get("text").getAsString();
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 32 * 1024);
            read.append(text);
            String note = content.get(1).getAsJsonObject().get("text").getAsString();
            more = note.contains("for the rest call diff again with offset ");
            offset = more ? Long.parseLong(note.substring(note.lastIndexOf(' ') + 1)) : offset;
            assertThat(note).contains(" of " + gateway.patch.length);
        }
        assertThat(read.toString()).isEqualTo(patch);
        assertThat(parts).isGreaterThan(5);
    }

    @Test
    void noChangeIsSaid() throws Exception {
        assertThat(client.call("diff", TASK).texts()).isEqualTo("no change\n");
    }

    @Test
    void theWorkOfAnAgentIsShown() throws Exception {
        gateway.done.add(Action.newBuilder()
                .setSessionId(Tasks.FIRST)
                .setIteration(1)
                .setNumber(1)
                .setKind(ActionKind.ACTION_KIND_COMMAND)
                .setText("mvn \u001B[31mtest")
                .build());
        gateway.transcripts.put(Tasks.SECOND, "all of it");

        assertThat(client.call("logs", TASK).texts()).contains("mvn [31mtest").doesNotContain("\u001B");
        assertThat(client.call("logs", "{\"task\": \"last\", \"kinds\": [\"message\"]}")
                        .texts())
                .doesNotContain("mvn");
        assertThat(client.call("logs", "{\"task\": \"last\", \"kinds\": [\"mesage\"]}")
                        .texts())
                .contains("did you mean 'message'?");
        assertThat(client.call("logs", "{\"task\": \"last\", \"session\": \"2222\", \"transcript\": true}")
                        .texts())
                .isEqualTo("all of it");
    }

    @Test
    void aPlanIsShown() throws Exception {
        gateway.plans.plans.put(Plans.ID, Plans.running().build());

        assertThat(client.call("plan_status", "{\"plan\": \"shop\"}").texts()).contains("core", "running");
    }

    @Test
    void theReportOfATaskIsAResource() throws Exception {
        JsonObject listed = client.request("resources/list", new JsonObject()).getAsJsonObject("result");
        assertThat(listed.toString()).contains("pawl://task/last/report");
        JsonObject templates =
                client.request("resources/templates/list", new JsonObject()).getAsJsonObject("result");
        assertThat(templates.toString()).contains("pawl://task/{task}/report");

        for (String task : List.of("last", Tasks.ID, Tasks.ID.replace("c", "%63"))) {
            JsonObject read = client.request("resources/read", uri("pawl://task/" + task + "/report"));
            assertThat(read.getAsJsonObject("result").toString()).contains("Decisions", "Evidence", "Cost");
        }
        JsonObject unknown = client.request("resources/read", uri("pawl://task/nope/report"));
        assertThat(unknown.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32002);
        assertThat(unknown.toString()).contains("no task 'nope'");
        for (String other : List.of("pawl://task/%zz/report", "pawl://x", "", "file:///etc/passwd")) {
            assertThat(client.request("resources/read", uri(other)).has("error"))
                    .isTrue();
        }
    }

    private static JsonObject uri(String uri) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("uri", uri);
        return parameters;
    }

    @Test
    void withoutAGatewayTheErrorSaysHowToStartIt() throws Exception {
        gateway.close();
        assertThat(client.call("status", TASK).texts()).contains("not reachable", "start it: pawl up");

        Map<String, String> nothing = Map.of("HOME", machine.home.toString(), "PATH", "/nowhere");
        try (Client alone = Client.of(nothing, directory)) {
            Client.Result result = alone.call("list", "{}");
            assertThat(result.error()).isTrue();
            assertThat(result.texts()).contains("start it: pawl up");
        }
    }
}
