package dev.pawl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        Files.writeString(directory.resolve("task.md"), """
                ---
                title: Calculator module
                agent: command
                command: [sh]
                limits: { iterations: 3, cost: 2.50 }
                checks: ["true"]
                labels: [file]
                ---
                Write it.
                """);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    /** Running when it is first seen, then proven. */
    private void provesAfterTwoIterations() {
        gateway.tasks.put(Tasks.ID, Tasks.fresh().setLastSequence(1).build());
        gateway.watch = (request, out) -> {
            out.onNext(Tasks.event(2, EventType.EVENT_TYPE_SESSION_OPENED));
            gateway.tasks.put(Tasks.ID, Tasks.accepted());
            out.onNext(Tasks.event(20, EventType.EVENT_TYPE_TASK_FINISHED));
            out.onCompleted();
        };
    }

    @Test
    void anAcceptedTaskEndsWith0AndShowsIterationsDiffAndHowToApply() {
        provesAfterTwoIterations();
        Invocation run = pawl("run", "task.md");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Calculator module: accepted")
                .containsPattern(
                        "1 +11111111 +12s +0/1 +- +\\$0.0100 +retry: check tests failed; calculator.py is missing")
                .containsPattern("2 +22222222 +12s +1/1 +0.90 +\\$0.0250 +accept: all evidence is green")
                .contains("1 file changed, +24 -0 lines")
                .contains("pawl diff " + Tasks.ID)
                .contains("pawl apply " + Tasks.ID + " --to DIRECTORY")
                .contains("5f0c9a1e");
    }

    @Test
    void progressGoesToStandardErrorAndTheResultToStandardOutput() {
        provesAfterTwoIterations();
        Invocation run = pawl("run", "task.md");
        assertThat(run.err())
                .contains("task " + Tasks.ID)
                .contains("web ui: http://127.0.0.1:8233/task")
                .contains("iteration 1: command works (session 11111111)")
                .contains("iteration 1: session 11111111 completed after 12s, 1.2k tokens, $0.0100")
                .contains("iteration 1: tests failed (exit 1), 1 of 5 tests red, new: test_add")
                .contains("iteration 1: calculator.py is missing")
                .contains("iteration 1: retry: check tests failed; calculator.py is missing")
                .contains("iteration 2: accept: all evidence is green");
        assertThat(run.out()).doesNotContain("works (session");
    }

    @Test
    void theFileIsSubmittedAsItSays() {
        provesAfterTwoIterations();
        pawl("run", "task.md", "--label", "nightly", "--request-id", "r-1", "--no-interactive");
        TaskSpec task = gateway.submitted.getFirst().getTask();
        assertThat(gateway.submitted.getFirst().getRequestId()).isEqualTo("r-1");
        assertThat(task.getTitle()).isEqualTo("Calculator module");
        assertThat(task.getPrompt()).isEqualTo("Write it.");
        assertThat(task.getAgent().getCommandList()).containsExactly("sh");
        assertThat(task.getLimits().getIterations()).isEqualTo(3);
        assertThat(task.getLimits().getCostUsd()).isEqualTo("2.50");
        assertThat(task.getLabelsList()).containsExactly("file", "nightly");
        assertThat(task.getInteractive()).isFalse();
    }

    @Test
    void withoutNoInteractiveTheTaskMayWaitForAPerson() {
        provesAfterTwoIterations();
        pawl("run", "task.md");
        assertThat(gateway.submitted.getFirst().getTask().getInteractive()).isTrue();
    }

    @Test
    void jsonIsOneTaskDocument() {
        provesAfterTwoIterations();
        gateway.contents.put("ff02", "check tests failed");
        Invocation run = pawl("run", "task.md", "-o", "json");
        assertThat(run.out())
                .startsWith("{")
                .contains("\"id\": \"" + Tasks.ID + "\"")
                .contains("\"feedback\": \"check tests failed\"");
    }

    @Test
    void jsonlHasALineForEachEventAndTheTaskAsTheLast() {
        provesAfterTwoIterations();
        Invocation run = pawl("run", "task.md", "-o", "jsonl");
        assertThat(run.out().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"sequence\":2,\"type\":\"session_opened\"")
                .contains("\"payload\":{\"iteration\":1}");
        assertThat(run.out().lines().toList().getLast()).startsWith("{\"type\":\"task\",\"task\":{\"id\":");
    }

    @Test
    void withoutATerminalAQuestionEndsTheWatchWith10AndHowToAnswer() {
        gateway.tasks.put(Tasks.ID, Tasks.waiting("clarify"));
        Invocation run = pawl("run", "task.md");
        assertThat(run.exitCode()).isEqualTo(10);
        assertThat(run.out()).contains("Decimals or fractions?").contains("pawl answer " + Tasks.ID);
        assertThat(run.err()).contains("the task asks: Decimals or fractions?");
    }

    @Test
    void atATerminalAQuestionIsShownAndTheWatchingContinues() {
        gateway.tasks.put(Tasks.ID, Tasks.waiting("escalate"));
        gateway.watch = (request, out) -> {
            gateway.tasks.put(Tasks.ID, Tasks.accepted());
            out.onNext(Tasks.event(20, EventType.EVENT_TYPE_TASK_FINISHED));
            out.onCompleted();
        };
        Invocation run = Invocation.of(gateway.environment(), directory, true, "run", "task.md");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("pawl approve " + Tasks.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "TASK_STATUS_REJECTED, CAUSE_NONE, 1",
        "TASK_STATUS_FAILED, CAUSE_NONE, 1",
        "TASK_STATUS_PARTIAL, CAUSE_LIMIT, 1",
        "TASK_STATUS_CANCELLED, CAUSE_NONE, 1",
        "TASK_STATUS_FAILED, CAUSE_CONFIGURATION, 3",
        "TASK_STATUS_FAILED, CAUSE_PROVIDER, 4",
        "TASK_STATUS_FAILED, CAUSE_AGENT, 5",
        "TASK_STATUS_FAILED, CAUSE_INTERNAL, 6",
        "TASK_STATUS_PARTIAL, CAUSE_NEEDS_PERSON, 10",
        "TASK_STATUS_PARTIAL, CAUSE_BUDGET, 11",
        "TASK_STATUS_PARTIAL, CAUSE_QUOTA, 75"
    })
    void theExitCodeSaysHowTheTaskEnded(TaskStatus status, Cause cause, int code) {
        gateway.tasks.put(Tasks.ID, Tasks.ended(status, cause));
        assertThat(pawl("run", "task.md").exitCode()).isEqualTo(code);
    }

    @Test
    void anInvalidFileEndsWith2EveryProblemAndNothingStarted() throws Exception {
        Files.writeString(directory.resolve("bad.md"), "---\nagnt: x\n---\n");
        Invocation run = pawl("run", "bad.md");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.md has 3 problems, nothing was started:")
                .contains("bad.md:2:1: unknown key 'agnt' (did you mean 'agent'?)");
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void aMissingFileEndsWith2() {
        Invocation run = pawl("run", "nowhere.md");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no such file").contains("nowhere.md");
    }

    @Test
    void aMissingAgentEndsWith3NamingWhatToInstall() throws Exception {
        Files.writeString(
                directory.resolve("task.md"),
                "---\nagent: command\ncommand: [no-such-agent]\nchecks: [no-such-runner -q]\n---\nDo it.\n");
        Invocation run = pawl("run", "task.md");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("no-such-agent (the agent's command); install 'no-such-agent'")
                .contains("no-such-runner (for: no-such-runner -q)");
        assertThat(gateway.submitted).isEmpty();
    }
}
