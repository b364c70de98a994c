package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Plans;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A goal becomes a plan file that the user sees before any of it runs. */
@OnSharedStack
class PlanDraftIT {
    private final LocalStack stack;
    private final CommandLine commands;

    @TempDir
    Path directory;

    private SmallRepository repository;

    PlanDraftIT(LocalStack stack) {
        this.stack = stack;
        this.commands = new CommandLine(stack);
    }

    @BeforeEach
    void repository() throws Exception {
        Path root = Files.createDirectory(directory.resolve("repository"));
        Files.createDirectory(root.resolve(".pawl"));
        Files.writeString(
                root.resolve(".pawl/defaults.yaml"),
                "agent: command\ncommand: [sh, \"%s\"]\n".formatted(directory.resolve("planner.sh")));
        repository = SmallRepository.make(root);
    }

    /** An agent whose first draft names a file that does not exist. */
    private void planner(String repair) throws IOException {
        Files.writeString(directory.resolve("planner.sh"), """
                if [ -f pawl-plan.yaml ]; then
                  %s
                else
                  cat > pawl-plan.yaml <<'PLAN'
                title: Give a.py an x
                packages:
                  - id: x
                    owns: [b.py]
                    checks: ["python3 -c 'import a; assert a.x == 1'"]
                    prompt: Add x = 1 to a.py.
                PLAN
                fi
                """.formatted(repair));
    }

    private Task newest() {
        ListTasksRequest drafts = ListTasksRequest.newBuilder()
                .setLabel("plan-draft")
                .setPageSize(1)
                .build();
        return new Tasks(stack)
                .get(stack.client().tasks().listTasks(drafts).getTasks(0).getId());
    }

    @Test
    void anInvalidDraftIsRepairedByItsAgentAndAValidOneIsWrittenAndNotRun() throws Exception {
        planner("sed -i 's/b[.]py/a.py/' pawl-plan.yaml");
        int before = new Plans(stack).count();

        CommandLine.Result draft = commands.run(repository.directory(), "plan", "draft", "Give a.py an x", "--trust");

        assertThat(draft.exitCode()).as(draft.output()).isZero();
        assertThat(draft.output())
                .contains("Give a.py an x: 1 package of " + repository.directory())
                .contains("python3 -c 'import a; assert a.x == 1'")
                .contains("next: pawl plan run plan.yaml");
        assertThat(repository.directory().resolve("plan.yaml"))
                .content()
                .startsWith("repository: .\nagent: command\n")
                .contains("owns: [a.py]");
        assertThat(commands.run(repository.directory(), "plan", "validate", "plan.yaml")
                        .exitCode())
                .isZero();
        assertThat(new Plans(stack).count()).isEqualTo(before);
        assertThat(repository.git("git status --porcelain")).isEqualTo("?? plan.yaml\n");
        Task task = newest();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList()).hasSize(2);
        assertThat(new Tasks(stack).content(task.getIterations(1).getPromptRef()))
                .contains("pawl-plan.yaml:4:")
                .contains("'b.py' matches no file of the repository");
    }

    @Test
    void anAgentThatNeverWritesAValidPlanIsAskedThreeTimesAndNothingIsWritten() throws Exception {
        planner("echo '# tried' >> pawl-plan.yaml");

        CommandLine.Result draft = commands.run(repository.directory(), "plan", "draft", "Give a.py an x", "--trust");

        assertThat(draft.exitCode()).as(draft.output()).isEqualTo(1);
        assertThat(draft.output()).contains("'b.py' matches no file of the repository", "nothing was written");
        assertThat(repository.directory().resolve("plan.yaml")).doesNotExist();
        Task task = newest();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_REJECTED);
        assertThat(task.getIterationsList()).hasSize(3);
    }
}
