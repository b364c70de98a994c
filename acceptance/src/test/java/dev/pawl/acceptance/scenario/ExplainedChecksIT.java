package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.cli.Main;
import dev.pawl.local.PawlLocal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pawl validate --explain}: which files belong to a check, without a stack and without running anything. */
class ExplainedChecksIT {
    @TempDir
    Path directory;

    @TempDir
    Path home;

    @Test
    void filesOfACheckAreSaidWithTheWayToThem() throws Exception {
        Files.writeString(directory.resolve("Makefile"), "test:\n\tsh check.sh; touch ran\n");
        Files.writeString(directory.resolve("check.sh"), "true\n");
        Files.writeString(directory.resolve("task.md"), """
                ---
                agent: codex
                workspace: .
                checks:
                  - { name: unit, run: make test }
                ---
                Add x.
                """);
        SmallRepository.make(directory);

        String said = validate();

        assertThat(said)
                .contains("task.md: valid", "check 'unit': make test", "check.sh: check 'unit' → target 'test'")
                .doesNotContain("a.py:");
        assertThat(directory.resolve("ran")).doesNotExist();
        assertThat(home).isEmptyDirectory();
    }

    private String validate() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(java(Main.class).stream(), Stream.of("validate", "--explain", "task.md"))
                                .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PAWL_HOME", home.toString());
        builder.environment().put("PAWL_LOCAL_COMMAND", String.join("\n", java(PawlLocal.class)));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> java(Class<?> program) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }
}
