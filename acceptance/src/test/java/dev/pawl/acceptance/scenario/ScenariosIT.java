package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskBreach;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** End-to-end scenarios on embedded PostgreSQL, the real engine and real processes. */
@OnSharedStack
class ScenariosIT {
    private final Tasks tasks;

    ScenariosIT(LocalStack stack) {
        tasks = new Tasks(stack);
    }

    @Test
    void aCalculatorThatIsOnlyClaimedIsRetriedUntilItExists() {
        Task task = tasks.run(Tasks.calculator("calculator"));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList())
                .extracting(iteration -> iteration.getDecision().getType())
                .containsExactly(DecisionType.DECISION_TYPE_RETRY, DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(task.getIterations(0).getDecision().getReasonsList())
                .anySatisfy(reason -> assertThat(reason).contains("calculator.py is missing"));
        assertThat(task.getSessionsList())
                .extracting(Session::getId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(tasks.diff(task.getId())).contains("+def divide(a, b):");
        assertThat(task.getTotals().getUsage().getInputTokens()).isEqualTo(200);
        assertThat(tasks.actions(task.getId()))
                .containsExactly(
                        "message: Done! I created calculator.py with all four functions.",
                        "file_edit: calculator.py",
                        "message: calculator.py is written.");
    }

    @Test
    void anAgentThatSaysTheTaskFieldsAreEmptyIsNotAccepted(@TempDir Path directory) throws IOException {
        sampleCsv(directory);
        Task task = tasks.run(Tasks.playing("empty_fields")
                .setWorkspace(copyOf(directory))
                .setInteractive(false)
                .addChecks(Tasks.check("average", "test \"$(python3 average.py)\" = 30.0")));

        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(task.getCause()).isEqualTo(Cause.CAUSE_NEEDS_PERSON);
        assertThat(tasks.content(task.getIterations(0).getPromptRef())).contains("calculator.py with add");
    }

    @Test
    void theAverageOfTheCsvIsComputedAndChecked(@TempDir Path directory) throws IOException {
        sampleCsv(directory);
        Task task = tasks.run(Tasks.playing("csv_average")
                .setWorkspace(copyOf(directory))
                .addChecks(Tasks.check("average", "test \"$(python3 average.py)\" = 30.0")));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(directory.resolve("average.py")).doesNotExist();
    }

    @Test
    void fiveIterationsHaveFiveSessionsAndTotalsEqualTheirSum() {
        Task task = tasks.run(Tasks.playing("five")
                .setLimits(Limits.newBuilder().setIterations(6))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 5")));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList())
                .extracting(Session::getId)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsOnly(SessionStatus.SESSION_STATUS_COMPLETED);
        assertThat(task.getTotals().getUsage().getTurns()).isEqualTo(1 + 2 + 3 + 4 + 5);
        assertThat(task.getTotals().getUsage().getInputTokens())
                .isEqualTo(task.getSessionsList().stream()
                        .mapToLong(session -> session.getUsage().getInputTokens())
                        .sum());
        assertThat(task.getTotals().getUsage().getCostUsd()).startsWith("0.05");
    }

    @Test
    void aTaskThatSpentItsBudgetAsksAndIsAcceptedWithMoreOfIt(LocalStack stack) {
        String id = tasks.submit(Tasks.playing("five")
                .setLimits(Limits.newBuilder()
                        .setIterations(6)
                        .setCostUsd("0.015")
                        .setOnBreach(TaskBreach.TASK_BREACH_ASK))
                .addFiles("count.txt")
                .addChecks(Tasks.check("count", "cat count.txt; test \"$(cat count.txt)\" = 5")));
        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getSessionsList()).hasSize(2);
        assertThat(waiting.getQuestion().getQuestion()).startsWith("The budget of $0.015 is overspent by $0.005.");

        stack.client()
                .tasks()
                .extend(ExtendRequest.newBuilder()
                        .setTaskId(id)
                        .setCostUsd("0.10")
                        .build());

        Task task = tasks.finished(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getSessionsList()).hasSize(5);
    }

    @Test
    void noSessionOfOneTaskAppearsInTheNext() {
        Task first = tasks.run(Tasks.calculator("calculator"));
        Task second = tasks.run(Tasks.calculator("calculator"));

        assertThat(second.toString())
                .doesNotContain(
                        first.getSessionsList().stream().map(Session::getId).toArray(String[]::new));
    }

    @Test
    void feedbackNamesWhatIsMissingAndTheScoreRises() {
        String check =
                "for m in parser filter sorter; do test -f csvtool/$m.py || { echo no module $m; exit 1; }; done";
        Task task = tasks.run(Tasks.playing("csvtool")
                .addChecks(Tasks.check("modules", check))
                .addChecks(
                        Tasks.check("two modules", "test -f csvtool/filter.py || { echo no module filter; exit 1; }"))
                .setLimits(Limits.newBuilder().setIterations(3)));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.content(task.getIterations(1).getPromptRef())).contains("no module filter");
        List<Double> scores =
                task.getIterationsList().stream().map(Iteration::getScore).toList();
        assertThat(scores).isSorted();
        assertThat(scores.getLast()).isGreaterThan(scores.getFirst());
    }

    @Test
    void aVagueTaskWaitsForAnAnswerWhichGoesIntoTheNextPrompt(LocalStack stack) {
        String id = tasks.submit(Tasks.calculator("vague").setPrompt("Make the calculator better somehow"));

        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);
        assertThat(waiting.getQuestion().getQuestion()).isEqualTo("What should be better about the calculator?");
        stack.client()
                .tasks()
                .answer(AnswerRequest.newBuilder()
                        .setTaskId(id)
                        .setText("handle decimals")
                        .build());
        Task task = tasks.finished(id);

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(tasks.content(task.getIterations(1).getPromptRef())).contains("handle decimals");
    }

    @Test
    void workingFilesAtTheTurnLimitAreAccepted() {
        Task task = tasks.run(Tasks.calculator("turn_limit_working"));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList()).hasSize(1);
    }

    @Test
    void brokenFilesAtTheTurnLimitAreRetried() {
        Task task = tasks.run(Tasks.calculator("turn_limit_broken"));

        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList()).hasSize(2);
    }

    private static WorkspaceSpec copyOf(Path directory) {
        return WorkspaceSpec.newBuilder()
                .setSource(directory.toString())
                .setMode(WorkspaceMode.WORKSPACE_MODE_ISOLATED)
                .build();
    }

    private static void sampleCsv(Path directory) throws IOException {
        Files.writeString(directory.resolve("sample.csv"), "name,age,city\nAlice,30,NYC\nBob,25,SF\nCharlie,35,LA\n");
    }
}
