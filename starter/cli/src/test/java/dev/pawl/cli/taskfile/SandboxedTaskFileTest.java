package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a sandbox hides are refused before anything starts. */
class SandboxedTaskFileTest {
    @TempDir
    Path directory;

    private Path home = Path.of("unset");

    @BeforeEach
    void aHome() throws IOException {
        home = directory.resolve("home ü");
        for (String file : List.of(".ssh/id_rsa", ".config/gh/hosts.yml", "bin/lint", "src/agent.py", "data.csv")) {
            Files.createDirectories(home.resolve(file).resolve("..").normalize());
            Files.writeString(home.resolve(file), "");
        }
        Files.setPosixFilePermissions(home.resolve("bin/lint"), PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checks: [\"cat '%s/.ssh/id_rsa'\"]",
                "checks: [\"cd '%s' && make\"]",
                "checks: [\"ls '%s/.config'\"]",
                "checks: [\"make DATA='%s/data.csv'\"]",
                "setup: [\"ls '%s/.ssh'\"]",
                "checks: [\"~/bin/lint .\"]",
                "setup: [\"$HOME/bin/lint .\"]",
                "checks: [\"PATH=${HOME}/bin:$PATH lint\"]",
                "command: [agent, \"%s\"]",
                "command: [agent, \"--keys=%s/.ssh/id_rsa\"]",
                "command: [agent, ~/.config/gh/hosts.yml]"
            })
    void pathsThatASandboxNeverShowsAreRefusedByName(String line) throws Exception {
        InvalidFileException invalid =
                catchThrowableOfType(InvalidFileException.class, () -> parse(line, "sandbox: bubblewrap"));

        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.hint()).isNotBlank();
        });
        assertThat(parse(line, "sandbox: none").prompt()).isEqualTo("Work.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checks: [\"'%s/bin/lint' .\"]",
                "checks: [\"python3 '%s/src/agent.py'\"]",
                "checks: [\"mkdir -p ~/.config && ls ~ > '%s/data.csv'\"]",
                "checks: [\"make lint && ls /usr\"]",
                "command: [\"%s/bin/lint\", \"--config=%s/src\"]"
            })
    void pathsThatASandboxShowsAreValid(String line) throws Exception {
        assertThat(parse(line, "sandbox: bubblewrap").prompt()).isEqualTo("Work.");
    }

    @Test
    void aTildeInACommandIsTheHomeOfTheUser() throws Exception {
        TaskFile task = parse("command: [~/bin/lint, ~/src/agent.py, a~/b]", "sandbox: bubblewrap");

        assertThat(task.agent().command())
                .containsExactly(
                        home.resolve("bin/lint").toString(),
                        home.resolve("src/agent.py").toString(),
                        "a~/b");
    }

    private TaskFile parse(String line, String sandbox) throws Exception {
        String command = line.startsWith("command") ? "" : "command: [agent]\n";
        String text = "---\nagent: command\n%s\n%s\n%s---\nWork.".formatted(line, sandbox, command);
        Path file = Files.writeString(directory.resolve("task.md"), text.replace("%s", home.toString()));
        return TaskFileParser.parse(file, AgentsFile.NONE, home);
    }
}
