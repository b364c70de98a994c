package dev.pawl.agent.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.limit.ProviderSaid;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.workflows.model.evidence.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenCode retries a busy provider indefinitely, and reports it only in its log. */
class OpenCodePatienceTest {
    private final AgentOutput output;

    OpenCodePatienceTest(@TempDir Path directory) throws IOException {
        AgentRun run = new AgentRuns(directory).program("opencode", null, null, null, Duration.ofSeconds(60));
        this.output = new OpenCode().output(run, AgentListener.NONE);
    }

    @Test
    void failedRetriesOfAProviderEndTheRun() {
        failures(3, "false", "This request would exceed your rate limit");
        assertThat(output.mustStop()).isFalse();
        failures(1, "false", "This request would exceed your rate limit");

        assertThat(output.mustStop()).isTrue();
    }

    @Test
    void anAnswerInBetweenResetsTheCount() {
        failures(3, "false", "Overloaded");
        output.line("{\"type\":\"step_start\",\"timestamp\":1,\"sessionID\":\"ses_1\",\"part\":{}}");
        failures(3, "false", "Overloaded");

        assertThat(output.mustStop()).isFalse();
    }

    @Test
    void auxiliaryRequestsDoNotCount() {
        failures(9, "true", "Overloaded");

        assertThat(output.mustStop()).isFalse();
    }

    @Test
    void theWordsOfARefusalAreKeptForTheDictionaryOfLimits() {
        AgentVerdict verdict = OpenCodeFailure.ofWords("Rate limit reached for gpt-5");

        assertThat(verdict.ending()).isEqualTo(Ending.PROVIDER_ERROR);
        assertThat(verdict.retryable()).isTrue();
        assertThat(verdict.said()).isEqualTo(ProviderSaid.words("Rate limit reached for gpt-5", null, null));
    }

    private void failures(int times, String small, String words) {
        for (int i = 0; i < times; i++) {
            output.remark("timestamp=2026-11-21T22:48:25.716Z level=ERROR run=31879728 message=\"stream error\""
                    + " providerID=scripted modelID=some-model session.id=ses_1 small=" + small
                    + " agent=build mode=primary error.error=\"AI_APICallError: " + words + "\"");
        }
    }
}
