package dev.pawl.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.ClaudeCodeInstalled;
import dev.pawl.agent.claude.ClaudeCode;
import dev.pawl.agent.modelserver.Script;
import dev.pawl.agent.modelserver.ScriptedModelServer;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real Claude Code of a user, with Pawl's hooks and a scripted model server. */
@ExtendWith(ClaudeCodeInstalled.class)
class ClaudeCodeHooksIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Path launcher;
    private Path project;

    @BeforeEach
    void userAndProject() throws IOException {
        project = Files.createDirectories(directory.resolve("project"));
        launcher = Files.createFile(
                directory.resolve("pawl"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
                        .formatted(
                                ProcessHandle.current().info().command().orElse("java"),
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
    }

    @Test
    void itsSessionAndItsToolCallsAreEventsInTheSpool() throws Exception {
        UUID session = UUID.randomUUID();
        run(launcher.toString(), "hooks", "install", "claude-code", "--yes");

        try (ScriptedModelServer model = new ScriptedModelServer(new Script.RunCommand("echo hello", "done"))) {
            claude(model.address(), session);
        }

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(events())
                        .extracting(event -> event.path("type").asText() + " "
                                + event.path("status").asText()
                                + event.path("action").asText())
                        .containsExactlyInAnyOrder(
                                "execution_log open", "agent_action command", "execution_log completed"));
        assertThat(events())
                .allSatisfy(
                        event -> assertThat(event.path("session_id").asText()).isEqualTo(session.toString()));
        assertThat(events())
                .filteredOn(event -> event.path("type").asText().equals("agent_action"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("data").path("command").asText()).isEqualTo("echo hello"));
    }

    @Test
    void itWorksAsBeforeWhenPawlIsGone() throws Exception {
        run(launcher.toString(), "hooks", "install", "claude-code", "--yes");
        Files.delete(launcher);

        try (ScriptedModelServer model = new ScriptedModelServer(new Script.RunCommand("echo hello", "done"))) {
            assertThat(claude(model.address(), UUID.randomUUID())).contains("done");
        }
        assertThat(events()).isEmpty();
    }

    private String claude(URI model, UUID session) throws Exception {
        Path program = ProgramAgent.find(new ClaudeCode().facts(), AgentSettings.ofHost())
                .orElseThrow();
        List<String> environment = List.of(
                "ANTHROPIC_BASE_URL=" + model,
                "ANTHROPIC_API_KEY=sk-ant-scripted",
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1",
                "DISABLE_AUTOUPDATER=1");
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(environment);
        command.addAll(List.of(program.toString(), "-p", "Say hello", "--session-id", session.toString()));
        command.addAll(List.of("--permission-mode", "acceptEdits", "--allowedTools", "Bash"));
        return run(command.toArray(String[]::new));
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CLAUDE") || name.startsWith("PAWL_"));
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("PAWL_LAUNCHER", launcher.toString());
        builder.environment().put("PAWL_EVENTS_SPOOL", spool().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(directory.resolve("output"));
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private Path spool() {
        return directory.resolve("spool");
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        if (Files.exists(spool())) {
            try (Stream<Path> files = Files.list(spool())) {
                for (Path file : files.filter(file -> file.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    events.add(JSON.readTree(Files.readString(file)));
                }
            }
        }
        return events;
    }
}
