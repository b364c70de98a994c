package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.WriteProtection.Replacement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateTempTest {
    @TempDir(factory = InTemp.class)
    Path shared;

    @TempDir
    Path content;

    @Test
    void pathsThatTheTaskTheCommandOrTheEnvironmentNamesStayVisible() throws Exception {
        Path home = Files.createDirectories(shared.resolve("home"));
        Path tools = Files.createDirectories(shared.resolve("tools/bin"));
        Path check =
                Files.createFile(Files.createDirectories(shared.resolve("eval")).resolve("check.py"));
        Files.createDirectories(shared.resolve("left"));

        Replacement temp = temp(
                Map.of(
                        "PATH",
                        "/usr/bin:" + tools,
                        "TMPDIR",
                        shared.resolve("left").toString()),
                home,
                "cd x && python3 '" + check + "' --out=/tmp/not-there/x");

        assertThat(temp.kept()).containsExactly(shared.resolve("eval"), home, tools);
        assertThat(temp.by().resolve(Path.of("/tmp").relativize(home))).isDirectory();
        assertThat(temp.by().resolve(Path.of("/tmp").relativize(shared.resolve("left"))))
                .doesNotExist();
    }

    @Test
    void aTemporaryDirectoryThatContainsTheTasksOwnIsNotReplaced() throws Exception {
        PrivateTemp temp = new PrivateTemp(Map.of(), List.of(Path.of("/tmp")));

        assertThat(temp.replacements("true", content))
                .extracting(Replacement::at)
                .doesNotContain(Path.of("/tmp"));
    }

    private Replacement temp(Map<String, String> environment, Path known, String command) throws Exception {
        return new PrivateTemp(environment, List.of(known))
                .replacements(command, content).stream()
                        .filter(replacement -> replacement.at().equals(Path.of("/tmp")))
                        .findFirst()
                        .orElseThrow();
    }
}
