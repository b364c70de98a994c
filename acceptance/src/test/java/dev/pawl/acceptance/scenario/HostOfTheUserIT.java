package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.CommandLine;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.SmallRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's repository and host look like to a task, from the task file to the result. */
@OnSharedStack
class HostOfTheUserIT {
    private final CommandLine pawl;

    @TempDir
    Path directory;

    private Path mono = Path.of("");

    HostOfTheUserIT(LocalStack stack) {
        pawl = new CommandLine(stack);
    }

    @BeforeEach
    void repository() throws Exception {
        mono = Files.createDirectory(directory.resolve("mono"));
        Files.createDirectories(mono.resolve("packages/api"));
        Files.writeString(mono.resolve("packages/api/check.sh"), "grep -q \"$(cat ../shared.txt)\" out.txt\n");
        Files.writeString(mono.resolve("packages/shared.txt"), "agreed\n");
        Files.writeString(mono.resolve(".gitignore"), "*.log\n*.local\n");
        SmallRepository.make(mono);
    }

    private CommandLine.Result run(String... lines) throws Exception {
        Files.writeString(directory.resolve("task.md"), "---\n" + String.join("\n", lines) + "\n---\nWrite it.\n");
        return pawl.run(directory, "run", "--no-interactive", "task.md");
    }

    @Test
    void aTaskInAPartOfARepositoryHasTheRestOfItAndChangesOnlyItsPart() throws Exception {
        CommandLine.Result result = run(
                "agent: command",
                "command: [bash, -c, 'git log -1 && cat ../shared.txt > out.txt && echo x > a.log']",
                "workspace: mono/packages/api",
                "files: [out.txt]",
                "checks: [sh check.sh]",
                "deliver: apply");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(mono.resolve("packages/api/out.txt")).hasContent("agreed");
        assertThat(mono.resolve("packages/api/a.log")).doesNotExist();
    }

    @Test
    void aForkGoesOnFromTheResultOfAnIteration() throws Exception {
        CommandLine.Result first = run(
                "agent: command",
                "command: [bash, -c, 'echo line >> log.txt']",
                "workspace: mono",
                "limits: { iterations: 2 }",
                "files: [log.txt]",
                "checks: ['test $(wc -l < log.txt) -ge 3']");
        assertThat(first.exitCode()).as(first.output()).isNotZero();

        CommandLine.Result fork = pawl.run(directory, "fork", "last", "--iteration", "1");
        assertThat(fork.exitCode()).as(fork.output()).isZero();
        CommandLine.Result watched = pawl.run(directory, "watch", "last");

        assertThat(watched.exitCode()).as(watched.output()).isZero();
        assertThat(pawl.run(directory, "diff", "last").output().lines().filter("+line"::equals))
                .hasSize(3);
    }

    @Test
    void aChangeBesideThePartIsRefused() throws Exception {
        CommandLine.Result result = run(
                "agent: command",
                "command: [bash, -c, 'cp ../shared.txt out.txt; echo more >> ../shared.txt']",
                "workspace: mono",
                "directory: packages/api",
                "limits: { iterations: 1 }",
                "checks: [sh check.sh]");

        assertThat(result.exitCode()).as(result.output()).isNotZero();
        assertThat(result.output()).contains("packages/shared.txt");
    }

    @Test
    void aCheckThatTheHostKeepsRedStartsNoAgentAndTheLineToAddIsSaid() throws Exception {
        Files.writeString(mono.resolve("keys.local"), "k\n");
        CommandLine.Result result = run(
                "agent: command",
                "command: [bash, -c, 'touch " + directory.resolve("started") + "']",
                "workspace: mono",
                "checks: [cat keys.local]");

        assertThat(result.exitCode()).as(result.output()).isEqualTo(10);
        assertThat(result.output()).contains("copy: [\"keys.local\"]");
        assertThat(directory.resolve("started")).doesNotExist();
    }
}
