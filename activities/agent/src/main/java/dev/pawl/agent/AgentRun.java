package dev.pawl.agent;

import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent.
 *
 * @param sessionId new for every attempt; passed to agents that accept one
 * @param iteration from 1
 * @param attempt of the iteration, from 1
 * @param workspace working directory of the agent
 * @param runDirectory private to this run: home and temp directory; created if missing. The transcript is beside it
 * @param prompt a file
 * @param turns model turns; absent means the agent's default
 * @param time time limit of the run
 * @param idle limit of time without output
 * @param budgetUsd absent means no limit
 * @param tokens limit on tokens of all kinds; absent means no limit
 * @param continuation absent if the agent begins a new session and nothing of it is kept
 * @param resumes the agent's own session to continue; absent to begin a new one
 * @param sandbox what the agent can see of the host; absent means all
 * @param protection what the agent must not write
 * @param secrets of its workspace, redacted in all that is kept of the run
 */
public record AgentRun(
        UUID sessionId,
        String taskId,
        int iteration,
        int attempt,
        AgentSpec spec,
        Path workspace,
        Path runDirectory,
        Path prompt,
        @Nullable Integer turns,
        Duration time,
        Duration idle,
        @Nullable BigDecimal budgetUsd,
        @Nullable Long tokens,
        @Nullable Continuation continuation,
        @Nullable OwnSession resumes,
        @Nullable Sandbox sandbox,
        WriteProtection protection,
        List<Secret> secrets) {
    /** In the environment of every process of this run, see {@code ProcessSpec.runTag}. */
    public String tag() {
        return taskId + "/" + sessionId;
    }

    /** The usage that the agent reported before this run, if it continues a session. */
    public Usage before() {
        return resumes == null ? Usage.NONE : resumes.reported();
    }

    /** The option that begins a session with this session's id, or the one that continues the agent's own session. */
    public List<String> ownSession(String begin, String goOn) {
        return resumes == null ? List.of(begin, sessionId.toString()) : List.of(goOn, resumes.id());
    }

    /** The same with another model. */
    public AgentRun withModel(@Nullable String model) {
        return toBuilder().spec(spec.withModel(model)).build();
    }

    /** The same, continuing this session. */
    public AgentRun resuming(OwnSession own) {
        return toBuilder().resumes(own).build();
    }

    public static AgentRunBuilder builder(
            UUID sessionId, String taskId, AgentSpec spec, Path workspace, Path runDirectory, Path prompt) {
        return new AgentRunBuilder(sessionId, taskId, spec, workspace, runDirectory, prompt);
    }

    public AgentRunBuilder toBuilder() {
        return new AgentRunBuilder(this);
    }
}
