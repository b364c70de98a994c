package dev.pawl.cli.command.plandraft;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import dev.pawl.cli.planfile.Repositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDraftCommandTest {
    private static final String VALID = """
            title: Events
            checks: [python3 -m pytest -q]
            packages:
              - { id: events, prompt: Do a., owns: [relay/event.py] }
              - { id: cli, prompt: Do b., owns: [relay/cli.py], needs: [events] }
            """;
    private static final String INVALID = VALID.replace("needs: [events]", "needs: [event]");

    @TempDir
    Path directory;

    private Path repository;
    private FakeGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new FakeGateway();
        repository = directory.resolve("repository");
        Repositories.create(repository, "relay/event.py", "relay/cli.py", "pom.xml");
        Files.createDirectory(repository.resolve(".pawl"));
        Files.writeString(repository.resolve(".pawl/defaults.yaml"), "agent: command\ncommand: [git, --version]\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(Path place, String... arguments) {
        Map<String, String> environment = new HashMap<>(gateway.environment());
        environment.put("PAWL_HOME", directory.resolve("home").toString());
        environment.put("HOME", directory.toString());
        return Invocation.of(environment, place, arguments);
    }

    private Invocation draft(String... options) {
        List<String> arguments = new ArrayList<>(List.of("plan", "draft", "Know the events", "--trust"));
        arguments.addAll(List.of(options));
        return pawl(repository, arguments.toArray(String[]::new));
    }

    /** The change of a task that wrote the file. */
    private static byte[] patch(String mode, String content) {
        String added = Arrays.stream(content.split("\n"))
                .map(line -> "+" + line + "\n")
                .collect(Collectors.joining());
        return """
                diff --git a/pawl-plan.yaml b/pawl-plan.yaml
                new file mode %s
                index 0000000..1111111
                --- /dev/null
                +++ b/pawl-plan.yaml
                @@ -0,0 +1,9 @@
                %s""".formatted(mode, added).getBytes(StandardCharsets.UTF_8);
    }

    private static Task asking(int iteration) {
        return Tasks.fresh()
                .setStatus(TaskStatus.TASK_STATUS_WAITING)
                .setQuestion(Question.newBuilder()
                        .setId("q-" + iteration)
                        .setKind("escalate")
                        .setIteration(iteration)
                        .setQuestion("All evidence is green. Accept the result?")
                        .addReasons("breakpoint before-accept"))
                .setLastSequence(iteration)
                .build();
    }

    /** An agent that writes these, one after the other. */
    private void agentWrites(byte[]... patches) {
        Deque<byte[]> rest = new ArrayDeque<>(List.of(patches));
        gateway.patch = rest.removeFirst();
        gateway.tasks.put(Tasks.ID, asking(1));
        Set<Integer> closed = new HashSet<>();
        gateway.watch = (request, out) -> {
            if (closed.add(gateway.actions.size())) {
                // The question is closed before the status changes.
                gateway.tasks.put(
                        Tasks.ID,
                        Tasks.fresh()
                                .setStatus(TaskStatus.TASK_STATUS_WAITING)
                                .setLastSequence(1)
                                .build());
                out.onCompleted();
                return;
            }
            switch (gateway.actions.getLast()) {
                case AnswerRequest ignored -> {
                    gateway.patch = rest.removeFirst();
                    gateway.tasks.put(Tasks.ID, asking(patches.length - rest.size()));
                }
                case ApproveRequest ignored -> gateway.tasks.put(Tasks.ID, Tasks.accepted());
                case RejectRequest ignored ->
                    gateway.tasks.put(Tasks.ID, Tasks.ended(TaskStatus.TASK_STATUS_REJECTED, Cause.CAUSE_NONE));
                case Message other -> throw new AssertionError(other);
            }
            out.onNext(Tasks.event(10 + gateway.actions.size(), EventType.EVENT_TYPE_SESSION_OPENED));
            out.onCompleted();
        };
    }

    private void agentWrites(String... drafts) {
        agentWrites(Arrays.stream(drafts).map(draft -> patch("100644", draft)).toArray(byte[][]::new));
    }

    private String plan() throws IOException {
        return Files.readString(repository.resolve("plan.yaml"));
    }

    private void nothingStarted(Invocation draft, String message) {
        assertThat(draft.exitCode()).as(draft.err()).isEqualTo(2);
        assertThat(draft.err()).contains(message);
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void aValidDraftIsApprovedWrittenAndShownAndNothingOfItRuns() throws Exception {
        agentWrites(VALID);
        Invocation draft = draft();
        assertThat(draft.exitCode()).as(draft.err()).isZero();
        assertThat(plan()).isEqualTo("repository: .\nagent: command\ncommand:\n- git\n- --version\n" + VALID);
        assertThat(gateway.actions).singleElement().isInstanceOf(ApproveRequest.class);
        assertThat(draft.out())
                .contains("Events: 2 packages of " + repository)
                .contains("level 2: cli")
                .contains("setup and checks that it runs:\n  python3 -m pytest -q");
        assertThat(draft.err()).contains("next: pawl plan run plan.yaml").doesNotContain("pawl approve", "Accept the");
        assertThat(gateway.plans.submitted).isEmpty();
        assertThat(pawl(repository, "plan", "validate", "plan.yaml").exitCode()).isZero();
    }

    @Test
    void theTaskIsAnIsolatedOneThatMayWriteTheFileAndDeliversNothing() {
        agentWrites(VALID);
        draft("--request-id", "r-1");
        assertThat(gateway.submitted.getFirst().getRequestId()).isEqualTo("r-1");
        TaskSpec task = gateway.submitted.getFirst().getTask();
        assertThat(task.getTitle()).isEqualTo("Plan: Know the events");
        assertThat(task.getFilesList()).containsExactly("pawl-plan.yaml");
        assertThat(task.getOwnsList()).containsExactly("pawl-plan.yaml");
        assertThat(task.getWorkspace().getSource()).isEqualTo(repository.toString());
        assertThat(task.getWorkspace().getMode()).isEqualTo(WorkspaceMode.WORKSPACE_MODE_ISOLATED);
        assertThat(task.getLimits().getIterations()).isEqualTo(3);
        assertThat(task.getDeliver()).isEqualTo(DeliverMode.DELIVER_MODE_NONE);
        assertThat(task.getBreakpointsList())
                .singleElement()
                .satisfies(
                        at -> assertThat(at.getMoment()).isEqualTo(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_ACCEPT));
        assertThat(task.getPrompt())
                .contains("Know the events", "By kind: .py 2, .xml 1", "mvn -B test", "\"may-touch\"", "owns:");
    }

    @Test
    void theProblemsOfAnInvalidDraftGoToItsAgentWithTheirPlaces() throws Exception {
        agentWrites(INVALID, VALID);
        Invocation draft = draft();
        assertThat(draft.exitCode()).as(draft.err()).isZero();
        assertThat(gateway.actions).hasSize(2);
        AnswerRequest answer = (AnswerRequest) gateway.actions.getFirst();
        assertThat(answer.getBy()).isEqualTo("ada");
        assertThat(answer.getText())
                .contains("pawl-plan.yaml is not a valid plan")
                .containsPattern("pawl-plan.yaml:5:\\d+: packages.needs: .*event.*\\(did you mean 'events'\\?\\)");
        assertThat(draft.err()).contains("the agent gets its problems:", "did you mean 'events'?");
        assertThat(plan()).endsWith(VALID);
    }

    @Test
    void afterTwoRepairsTheTaskIsRejectedAndNothingWritten() {
        agentWrites(INVALID, INVALID + "x: 1\n", INVALID);
        Invocation draft = draft();
        assertThat(draft.exitCode()).isEqualTo(1);
        assertThat(gateway.actions)
                .hasExactlyElementsOfTypes(AnswerRequest.class, AnswerRequest.class, RejectRequest.class);
        assertThat(draft.out()).contains("pawl-plan.yaml:5:").contains("did you mean 'events'?");
        assertThat(draft.err()).contains("nothing was written", "pawl diff " + Tasks.ID);
        assertThat(repository.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void aLinkOrAFileThatIsNoTextIsAProblemForTheAgent() {
        agentWrites(
                patch("120000", "/etc/passwd"),
                "diff --git a/pawl-plan.yaml b/pawl-plan.yaml\nnew file mode 100644\nGIT binary patch\nliteral 9\n"
                        .getBytes(StandardCharsets.UTF_8),
                patch("100644", "# comment\n".repeat(400_000)));
        Invocation draft = draft();
        assertThat(draft.exitCode()).isEqualTo(1);
        assertThat(gateway.actions.get(0).toString()).contains("not a new regular file");
        assertThat(gateway.actions.get(1).toString()).contains("the file is not text");
        assertThat(draft.out()).contains("larger than 1 MB");
    }

    @Test
    void whatTheUserDidNotAskForIsRefused() throws Exception {
        agentWrites("repository: /etc\ndeliver: apply\ncommand: [sh]\n" + VALID, VALID);
        Invocation draft = draft();
        assertThat(draft.exitCode()).isZero();
        assertThat(((AnswerRequest) gateway.actions.getFirst()).getText())
                .contains("pawl-plan.yaml:1:1: 'repository' is not for a draft")
                .contains("pawl-plan.yaml:2:1: 'deliver' is not for a draft")
                .contains("pawl-plan.yaml:3:1: 'command' is not for a draft");
        assertThat(plan()).doesNotContain("deliver", "/etc");
    }

    @Test
    void aQuestionOfTheAgentIsForAPersonAndEndsTheWatchWith10() {
        gateway.tasks.put(Tasks.ID, Tasks.waiting("clarify"));
        Invocation draft = draft();
        assertThat(draft.exitCode()).isEqualTo(10);
        assertThat(draft.out()).contains("Decimals or fractions?");
        assertThat(gateway.actions).isEmpty();
    }

    @Test
    void anAgentThatWritesNoFileEndsWithTheResultOfItsTask() {
        gateway.tasks.put(Tasks.ID, Tasks.ended(TaskStatus.TASK_STATUS_REJECTED, Cause.CAUSE_LIMIT));
        assertThat(draft().exitCode()).isEqualTo(1);
        gateway.tasks.put(Tasks.ID, Tasks.ended(TaskStatus.TASK_STATUS_FAILED, Cause.CAUSE_AGENT));
        assertThat(draft().exitCode()).isEqualTo(5);
        assertThat(repository.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void theSameRequestIdComesBackToADraftThatEndedMeanwhile() throws Exception {
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        gateway.patch = patch("100644", VALID);
        assertThat(draft("--request-id", "r-1").exitCode()).isZero();
        assertThat(plan()).endsWith(VALID);
    }

    @Test
    void aResultThatAPersonApprovedIsValidatedAllTheSame() {
        gateway.tasks.put(Tasks.ID, Tasks.accepted());
        gateway.patch = patch("100644", INVALID);
        Invocation draft = draft();
        assertThat(draft.exitCode()).isEqualTo(1);
        assertThat(draft.out()).contains("did you mean 'events'?");
        assertThat(repository.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void jsonHasTheOverviewTheTaskAndTheCommands() {
        agentWrites(VALID);
        JsonObject json = JsonParser.parseString(draft("-o", "json").out()).getAsJsonObject();
        assertThat(json.get("file").getAsString()).isEqualTo("plan.yaml");
        assertThat(json.get("task").getAsString()).isEqualTo(Tasks.ID);
        assertThat(json.get("valid").getAsBoolean()).isTrue();
        assertThat(json.getAsJsonArray("levels")).hasSize(2);
        assertThat(json.getAsJsonArray("commands").get(0).getAsString()).isEqualTo("python3 -m pytest -q");
    }

    @Test
    void thePlanNamesTheRepositoryFromWhereItIsWritten() throws Exception {
        agentWrites(VALID);
        assertThat(draft("--to", "relay/p.yaml").exitCode()).isZero();
        assertThat(repository.resolve("relay/p.yaml")).content().startsWith("repository: ..\n");
        agentWrites(VALID);
        assertThat(draft("-O", "../p.yaml").exitCode()).isZero();
        assertThat(directory.resolve("p.yaml")).content().startsWith("repository: " + repository + "\n");
    }

    @Test
    void anExistingFileIsReplacedOnlyByForce() throws Exception {
        Files.writeString(repository.resolve("plan.yaml"), "mine\n");
        nothingStarted(draft(), "plan.yaml exists; --force replaces it, --to FILE names another");
        assertThat(plan()).isEqualTo("mine\n");
        agentWrites(VALID);
        assertThat(draft("--force").exitCode()).isZero();
        assertThat(plan()).endsWith(VALID);
    }

    @Test
    void aTargetThatIsNoRegularFileIsRefusedBeforeAnythingStarts() throws Exception {
        Files.createSymbolicLink(repository.resolve("plan.yaml"), Path.of("/tmp/elsewhere"));
        nothingStarted(draft("--force"), "plan.yaml is not a regular file");
        nothingStarted(draft("--to", "relay", "--force"), "relay is not a regular file");
        nothingStarted(draft("--to", "no/such/plan.yaml"), "no directory that exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n "})
    void anEmptyGoalIsRefused(String goal) {
        nothingStarted(pawl(repository, "plan", "draft", goal), "the text is blank");
    }

    @Test
    void aGoalOfMegabytesIsRefused() throws Exception {
        nothingStarted(pawl(repository, "plan", "draft", "x".repeat(200_000)), "longer than 100000 characters");
        Files.writeString(directory.resolve("goal.md"), "x".repeat(3_000_000));
        nothingStarted(pawl(repository, "plan", "draft", "--file", "../goal.md"), "larger than 1 MB");
        nothingStarted(pawl(repository, "plan", "draft"), "give either a text or --file");
    }

    @Test
    void outsideOfARepositoryOrWithoutACommitNothingStarts() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        nothingStarted(pawl(other, "plan", "draft", "Do it"), "is in no git repository");
        Files.createDirectory(other.resolve(".git"));
        nothingStarted(pawl(other, "plan", "draft", "Do it"), "has no commit");
    }

    @Test
    void aRepositoryThatHasTheFileAlreadyIsRefused() throws Exception {
        Path other = directory.resolve("other");
        Repositories.create(other, "pawl-plan.yaml");
        nothingStarted(pawl(other, "plan", "draft", "Do it", "--agent", "codex"), "rename it");
    }

    @Test
    void anUnknownAgentIsRefused() {
        nothingStarted(draft("--agent", "codx"), "did you mean 'codex'?");
    }
}
