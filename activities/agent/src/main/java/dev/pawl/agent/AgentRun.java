package dev.pawl.agent;

import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
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
 * @param sessionId fresh for every attempt; given to agents that take one
 * @param iteration from 1
 * @param attempt of the iteration, from 1
 * @param workspace where the agent works
 * @param runDirectory private to this run, which writes there: home and temp directory; made when it is not there. The
 *     transcript is beside it
 * @param prompt a file
 * @param turns model turns; absent means the agent's default
 * @param time the run is ended after it
 * @param idle the run is ended after this long without output
 * @param budgetUsd absent means none
 * @param tokens of all kinds it may spend; absent means no limit
 * @param continuation absent where the agent begins anew and nothing is kept of it
 * @param resumes the agent's own session to go on with; absent where a new one begins
 * @param sandbox what the agent sees of the host; absent means all
 * @param protection what the agent may not write
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
        WriteProtection protection) {
    /** Carried by every process of this run, see {@code ProcessSpec.runTag}. */
    public String tag() {
        return taskId + "/" + sessionId;
    }

    /** What the agent told before this run, where it goes on. */
    public Usage before() {
        return resumes == null ? Usage.NONE : resumes.told();
    }

    /** The option that begins a session under the id of this one, or else the one that goes on with an own one. */
    public List<String> ownSession(String begin, String goOn) {
        return resumes == null ? List.of(begin, sessionId.toString()) : List.of(goOn, resumes.id());
    }

    /** The same for another model. */
    public AgentRun withModel(@Nullable String model) {
        return with(spec.withModel(model), resumes);
    }

    /** The same, which goes on with this. */
    public AgentRun resuming(OwnSession own) {
        return with(spec, own);
    }

    private AgentRun with(AgentSpec other, @Nullable OwnSession own) {
        return new AgentRun(
                sessionId,
                taskId,
                iteration,
                attempt,
                other,
                workspace,
                runDirectory,
                prompt,
                turns,
                time,
                idle,
                budgetUsd,
                tokens,
                continuation,
                own,
                sandbox,
                protection);
    }
}
