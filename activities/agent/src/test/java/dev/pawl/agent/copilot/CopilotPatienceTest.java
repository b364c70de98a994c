package dev.pawl.agent.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessResult.End;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copilot tries a busy provider six times, for up to a minute and more, and reports each try. */
class CopilotPatienceTest {
    private static final String LIMIT = "\"statusCode\":429,\"errorMessage\":\"{\\\"message\\\":\\\"too many\\\"}\"";

    private final AgentRun run;
    private final AgentOutput output;

    CopilotPatienceTest(@TempDir Path directory) throws IOException {
        this.run = new AgentRuns(directory).program("copilot", null, null, null, Duration.ofSeconds(60));
        this.output = new Copilot().output(run, AgentListener.NONE);
    }

    @Test
    void failedRetriesOfAProviderEndTheRun() {
        failures(3, "top_level", LIMIT);
        assertThat(output.mustStop()).isFalse();
        failures(4, "top_level", LIMIT);

        assertThat(output.mustStop()).isTrue();
        assertThat(ended().ending()).isEqualTo(Ending.RATE_LIMITED);
        assertThat(ended().reason()).isEqualTo("429 too many");
    }

    @Test
    void anAnswerInBetweenResetsTheCount() {
        failures(3, "top_level", LIMIT);
        failures(3, "top_level", LIMIT);

        assertThat(output.mustStop()).isFalse();
    }

    @Test
    void requestsOfSubAgentsDoNotCount() {
        failures(6, "subagent", LIMIT);

        assertThat(output.mustStop()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'\"statusCode\":500', 500 no answer", "'\"failureKind\":\"transport\"', no answer"})
    void aProviderThatFailsOrIsNotThereMayServeLater(String failure, String reason) {
        failures(4, "top_level", failure);

        assertThat(ended().ending()).isEqualTo(Ending.PROVIDER_ERROR);
        assertThat(ended().retryable()).isTrue();
        assertThat(ended().reason()).isEqualTo(reason);
    }

    private AgentVerdict ended() {
        return output.verdict(new RunEnd(run, new ProcessResult(End.CANCELLED, null, Duration.ZERO), ""));
    }

    private void failures(int times, String source, String failure) {
        for (int i = 0; i < times; i++) {
            output.line(
                    "{\"type\":\"model.call_failure\",\"timestamp\":\"t\",\"data\":{\"retryAttempt\":%d,\"source\":\"%s\",%s}}"
                            .formatted(i, source, failure));
        }
    }
}
