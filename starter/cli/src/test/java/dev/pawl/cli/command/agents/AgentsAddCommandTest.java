package dev.pawl.cli.command.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsAddCommandTest {
    @TempDir
    Path directory;

    private Invocation agents(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "agents";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Map<String, String> environment =
                Map.of("PAWL_HOME", "home", "HOME", directory.toString(), "PATH", "/usr/bin:/bin");
        return Invocation.of(environment, directory, all);
    }

    private Path file() {
        return directory.resolve("home/agents.yaml");
    }

    private void refused(String reason, String... arguments) throws Exception {
        String before = Files.exists(file()) ? Files.readString(file()) : "";
        Invocation add = agents(arguments);
        assertThat(add.exitCode()).as(add.out()).isEqualTo(2);
        assertThat(add.err()).contains(reason);
        assertThat(Files.exists(file()) ? Files.readString(file()) : "").isEqualTo(before);
    }

    @Test
    void existingAgentsStayAndTasksCanNameTheNewOne() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "# by hand\nslow: { kind: gemini }   # for nights");

        Invocation add = agents(
                "add",
                "careful",
                "--kind",
                "claude-code",
                "--model",
                "opus",
                "--arg=--fallback-model",
                "--arg=sonnet",
                "--env",
                "MY_TOKEN");
        Invocation command = agents("add", "ours", "--kind", "command", "--", "sh", "-c", "true");

        assertThat(add.exitCode()).as(add.err()).isZero();
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(file()).hasContent("""
                # by hand
                slow: { kind: gemini }   # for nights
                careful:
                  kind: claude-code
                  model: opus
                  args:
                  - --fallback-model
                  - sonnet
                  env:
                  - MY_TOKEN
                ours:
                  kind: command
                  command:
                  - sh
                  - -c
                  - 'true'
                """);
        Files.writeString(directory.resolve("task.md"), "---\nagent: ours\nfiles: [a]\n---\nDo it.\n");
        Map<String, String> environment = Map.of("PAWL_HOME", "home");
        assertThat(Invocation.of(environment, directory, "validate", "task.md").exitCode())
                .isZero();
        assertThat(agents("-o", "jsonl").out())
                .contains("{\"name\":\"careful\",\"kind\":\"claude-code\",\"installed\":")
                .contains("\"model\":\"opus\",\"args\":[\"--fallback-model\",\"sonnet\"],\"env\":[\"MY_TOKEN\"]");
        assertThat(agents().out()).containsPattern("ours +command +- +- +unknown +- +sh -c true");
    }

    @Test
    void whoCouldReadTheFileStillCanAndNoDraftIsLeft() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "slow: { kind: gemini }\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(agents("add", "quick", "--kind", "codex").exitCode()).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-r-----");
        assertThat(file().getParent()).isDirectoryContaining("glob:**/agents.yaml");
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        assertThat(agents("add", "quick", "--kind", "codex").exitCode()).isZero();
        refused("agent 'quick' already exists", "add", "quick", "--kind", "gemini");
        refused("'codex' is the name of an agent itself", "add", "codex", "--kind", "codex");
        refused("a name has lower-case letters", "add", "Quick!", "--kind", "codex");
    }

    @Test
    void anUnknownKindIsRefusedWithTheNearestOne() throws Exception {
        refused("unknown kind 'claud-code'; did you mean 'claude-code'?", "add", "quick", "--kind", "claud-code");
    }

    @Test
    void argumentsThatPawlReliesOnAreRefusedWithTheReason() throws Exception {
        refused("set by Pawl", "add", "quick", "--kind", "codex", "--arg=--sandbox", "--arg=danger-full-access");
        refused("the worker's own", "add", "quick", "--kind", "codex", "--env", "PAWL_TOKEN");
        refused("needs a program", "add", "quick", "--kind", "command");
        refused("only for kind 'command'", "add", "quick", "--kind", "codex", "--", "sh");
    }

    @Test
    void aFileThatLinesCannotBeAddedToStaysAsItIs() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{ slow: { kind: gemini } }\n");
        refused("add it by hand", "add", "quick", "--kind", "codex");
    }

    @Test
    void aFileWithProblemsIsNotChangedAndAllOfThemAreReported() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "slow: { kind: gemni }\n");
        for (Invocation refused : new Invocation[] {agents("add", "quick", "--kind", "codex"), agents()}) {
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("agents.yaml:1:15: slow.kind: unknown value 'gemni'");
        }
        assertThat(file()).hasContent("slow: { kind: gemni }\n");
    }
}
