package dev.pawl.agent.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that replays a recording of Claude Code with a background task, at the pace of the real one. */
class ClaudeCodeBackgroundTest {
    private static final Path RECORDED = Path.of("src/test/resources/agents/claude-code/background.out");
    private static final Duration GRACE = Duration.ofMillis(300);

    @TempDir
    Path directory;

    @Test
    void workBehindAnInterimResultIsNotCutOff() throws Exception {
        AgentRun run = new AgentRuns(directory).claude(null, null, Duration.ofSeconds(30));

        AgentResult result =
                play("sleep 2; echo x > out.txt; tail -n +8 '%s'; exit 0").run(run, AgentListener.NONE);

        assertThat(result.ending()).as(result.reason()).isEqualTo(Ending.FINISHED);
        assertThat(result.finalText()).isEqualTo("All done.");
        assertThat(result.usage().inputTokens()).isEqualTo(4800);
        assertThat(run.workspace().resolve("out.txt")).hasContent("x");
    }

    @Test
    void aTaskThatIsNeverClosedEndsAtTheIdleLimitOfCalls() throws Exception {
        AgentRun run = new AgentRuns(directory).claude(null, null, Duration.ofMillis(500));

        AgentResult result = play("exec sleep 3600 # %s").run(run, AgentListener.NONE);

        assertThat(result.ending()).isEqualTo(Ending.IDLE);
        assertThat(result.reason()).isEqualTo("silent for 3s in `build`");
    }

    private ProgramAgent play(String then) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path fake = Files.writeString(
                bin.resolve("claude"),
                "#!/bin/sh\ncat > /dev/null\nhead -n 7 '%s'\n".formatted(RECORDED.toAbsolutePath())
                        + then.formatted(RECORDED.toAbsolutePath()) + "\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        AgentSettings settings = new AgentSettings(
                Map.of("PATH", bin + ":/usr/bin:/bin"),
                directory,
                EnvironmentAllowList.TOOLS,
                1 << 20,
                GRACE,
                Map.of(),
                PriceTable.NONE);
        return new ProgramAgent(new ClaudeCode(), new ProcessSupervisor(Isolation.probe()), settings);
    }
}
