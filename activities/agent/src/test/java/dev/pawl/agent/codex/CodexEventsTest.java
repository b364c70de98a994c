package dev.pawl.agent.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.workflows.model.evidence.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodexEventsTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/agents/codex");

    @Test
    void theUsageOfAThreadIsNeverCountedTwice(@TempDir Path directory) throws Exception {
        AgentRun run = new AgentRuns(directory).program("codex", null, null, null, Duration.ofSeconds(60));
        AgentOutput output = new Codex().output(run, AgentListener.NONE);

        Files.readAllLines(RECORDINGS.resolve("ok.out")).forEach(output::line);
        // The same thread continues, and reports the sum of both.
        Files.readAllLines(RECORDINGS.resolve("resume.out")).forEach(output::line);

        assertThat(output.usage()).isEqualTo(new Usage(3000, 135, 600, 0, null, 0));
    }
}
