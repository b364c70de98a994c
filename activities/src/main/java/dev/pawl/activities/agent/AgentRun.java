package dev.pawl.activities.agent;

import dev.pawl.workflows.model.AgentSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent.
 *
 * @param sessionId fresh for every attempt; given to agents that take one
 * @param iteration from 1
 * @param attempt of the iteration, from 1
 * @param workspace where the agent works
 * @param runDirectory private to this run: home, temp directory, transcript; made when it is not there
 * @param prompt a file
 * @param turns model turns; absent means the agent's default
 * @param time the run is ended after it
 * @param idle the run is ended after this long without output
 * @param budgetUsd absent means none
 * @param tokens of all kinds it may spend; absent means no limit
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
        @Nullable Long tokens) {
    /** Carried by every process of this run, see {@code ProcessSpec.runTag}. */
    public String tag() {
        return taskId + "/" + sessionId;
    }

    /** The same for another model. */
    public AgentRun withModel(@Nullable String model) {
        AgentSpec other = new AgentSpec(spec.name(), model, spec.command());
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
                tokens);
    }

    /** The same with another time limit. */
    public AgentRun withTime(Duration limit) {
        return new AgentRun(
                sessionId,
                taskId,
                iteration,
                attempt,
                spec,
                workspace,
                runDirectory,
                prompt,
                turns,
                limit,
                idle,
                budgetUsd,
                tokens);
    }
}
