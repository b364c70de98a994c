package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.Check;
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

/** The first minutes with Pawl, in a repository of one's own. */
@OnSharedStack
class NewcomerIT {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void afterInitAPromptIsEnoughForAnAcceptedResultAndARetryDoesItAgain(LocalStack stack) throws Exception {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        Files.createDirectory(repository.resolve("tests"));
        Files.writeString(repository.resolve("tests/test_calculator.py"), """
                import unittest
                import calculator


                class CalculatorTest(unittest.TestCase):
                    def test_add(self):
                        self.assertEqual(calculator.add(2, 3), 5)
                """);
        SmallRepository.make(repository);
        String agent = Distribution.resource("agents/agent.py").toString();

        pawl(stack, repository, "init");
        assertThat(repository.resolve(".pawl/defaults.yaml"))
                .content()
                .contains("- python3 -m unittest discover -s tests");
        pawl(stack, repository, "validate", ".pawl/tasks/example.md");
        pawl(
                stack,
                repository,
                "agents",
                "add",
                "newcomer",
                "--kind",
                "command",
                "--",
                "python3",
                agent,
                "calculator_at_once");
        String run = pawl(
                stack,
                repository,
                "run",
                "write the missing calculator.py",
                "--agent",
                "newcomer",
                "--no-interactive",
                "-o",
                "json");

        Task first = new Tasks(stack).get(run.replaceFirst("(?s).*?\"id\": \"([^\"]+)\".*", "$1"));
        assertThat(first.getStatus()).as(first.getReason()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
        assertThat(first.getTitle()).isEqualTo("write the missing calculator.py");
        assertThat(first.getWorkspace().getSource()).isEqualTo(repository.toString());
        assertThat(first.getIterations(0).getChecksList())
                .extracting(Check::getName)
                .containsExactly("python3 -m unittest discover -s tests");

        String again = pawl(stack, repository, "retry", first.getId()).strip();
        assertThat(again).isNotEqualTo(first.getId());
        pawl(stack, repository, "watch", again);
        assertThat(new Tasks(stack).get(again).getStatus()).isEqualTo(TaskStatus.TASK_STATUS_ACCEPTED);
    }

    /** Returns the standard output. */
    private String pawl(LocalStack stack, Path place, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false, Style.PLAIN, Style.PLAIN, 200);
        Map<String, String> environment = Map.of(
                "PAWL_HOME", stack.home().toString(), "PATH", System.getenv("PATH"), "HOME", directory.toString());
        int code = Pawl.execute(new Context(environment, place, terminal), arguments);
        assertThat(code)
                .as(err.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
