package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.Pawl;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named agents of the user, one of which takes over from another. */
@OnSharedStack
class FallbackIT {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theSecondAgentOfTheListDoesTheWorkOfOneAtItsUsageLimitAndTheTaskSaysWhy(LocalStack stack) throws Exception {
        String agent = Distribution.resource("agents/agent.py").toString();
        String provider = Files.createDirectory(directory.resolve("provider")).toString();
        pawl(stack, "agents", "add", "limited", "--kind", "command", "--", "python3", agent, "limited", provider);
        pawl(stack, "agents", "add", "able", "--kind", "command", "--", "python3", agent, "calculator_at_once");
        Files.writeString(directory.resolve("task.md"), """
                ---
                title: Calculator by whoever can
                agents: [limited, able]
                limits: { iterations: 1 }
                files: [calculator.py]
                ---
                Create calculator.py with add, subtract, multiply and divide.
                """);

        pawl(stack, "run", "task.md", "--no-interactive", "-o", "json");

        String id = out.toString(StandardCharsets.UTF_8).replaceFirst("(?s).*?\"id\": \"([^\"]+)\".*", "$1");
        Task task = new Tasks(stack).get(id);
        assertThat(task.getStatus()).as(task.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(task.getIterationsList()).as("iterations charged").hasSize(1);
        assertThat(task.getSessionsList()).extracting(Session::getAgent).containsExactly("limited", "able");
        assertThat(task.getSessionsList())
                .extracting(Session::getStatus)
                .containsExactly(SessionStatus.SESSION_STATUS_FAILED, SessionStatus.SESSION_STATUS_COMPLETED);
        Iteration only = task.getIterations(0);
        assertThat(only.getDecision().getType()).isEqualTo(DecisionType.DECISION_TYPE_ACCEPT);
        assertThat(only.getDecision().getReasonsList()).anyMatch(reason -> reason.startsWith("limited: waits until"));
        assertThat(task.getReason()).contains("limited: waits until");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("able works");
    }

    private void pawl(LocalStack stack, String... arguments) {
        Terminal terminal = new Terminal(stream(out), stream(err), false, Style.PLAIN, Style.PLAIN, 200);
        Map<String, String> environment = Map.of(
                "PAWL_HOME", stack.home().toString(), "PATH", System.getenv("PATH"), "HOME", directory.toString());
        int code = Pawl.execute(new Context(environment, directory, terminal), arguments);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
