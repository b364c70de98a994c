package dev.pawl.agent;

import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.Limits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a run: by default the first of its task, with the default limits of time and no others. Not thread-safe. */
public final class AgentRunBuilder {
    private UUID sessionId;
    private final String taskId;
    private int iteration = 1;
    private int attempt = 1;
    private AgentSpec spec;
    private final Path workspace;
    private Path runDirectory;
    private final Path prompt;
    private @Nullable Integer turns;
    private Duration time = Limits.DEFAULT.time();
    private Duration idle = Limits.DEFAULT.idle();
    private @Nullable BigDecimal budgetUsd;
    private @Nullable Long tokens;
    private @Nullable Continuation continuation;
    private @Nullable OwnSession resumes;
    private @Nullable Sandbox sandbox;
    private WriteProtection protection = WriteProtection.NONE;
    private List<Secret> secrets = List.of();

    AgentRunBuilder(UUID sessionId, String taskId, AgentSpec spec, Path workspace, Path runDirectory, Path prompt) {
        this.sessionId = sessionId;
        this.taskId = taskId;
        this.spec = spec;
        this.workspace = workspace;
        this.runDirectory = runDirectory;
        this.prompt = prompt;
    }

    AgentRunBuilder(AgentRun run) {
        this(run.sessionId(), run.taskId(), run.spec(), run.workspace(), run.runDirectory(), run.prompt());
        iteration = run.iteration();
        attempt = run.attempt();
        turns = run.turns();
        time = run.time();
        idle = run.idle();
        budgetUsd = run.budgetUsd();
        tokens = run.tokens();
        continuation = run.continuation();
        resumes = run.resumes();
        sandbox = run.sandbox();
        protection = run.protection();
        secrets = run.secrets();
    }

    public AgentRunBuilder sessionId(UUID value) {
        sessionId = value;
        return this;
    }

    public AgentRunBuilder spec(AgentSpec value) {
        spec = value;
        return this;
    }

    public AgentRunBuilder runDirectory(Path value) {
        runDirectory = value;
        return this;
    }

    public AgentRunBuilder iteration(int value) {
        iteration = value;
        return this;
    }

    public AgentRunBuilder attempt(int value) {
        attempt = value;
        return this;
    }

    public AgentRunBuilder turns(@Nullable Integer value) {
        turns = value;
        return this;
    }

    public AgentRunBuilder time(Duration value) {
        time = value;
        return this;
    }

    public AgentRunBuilder idle(Duration value) {
        idle = value;
        return this;
    }

    public AgentRunBuilder budgetUsd(@Nullable BigDecimal value) {
        budgetUsd = value;
        return this;
    }

    public AgentRunBuilder tokens(@Nullable Long value) {
        tokens = value;
        return this;
    }

    public AgentRunBuilder continuation(@Nullable Continuation value) {
        continuation = value;
        return this;
    }

    public AgentRunBuilder resumes(@Nullable OwnSession value) {
        resumes = value;
        return this;
    }

    public AgentRunBuilder sandbox(@Nullable Sandbox value) {
        sandbox = value;
        return this;
    }

    public AgentRunBuilder protection(WriteProtection value) {
        protection = value;
        return this;
    }

    public AgentRunBuilder secrets(List<Secret> value) {
        secrets = value;
        return this;
    }

    public AgentRun build() {
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
                time,
                idle,
                budgetUsd,
                tokens,
                continuation,
                resumes,
                sandbox,
                protection,
                secrets);
    }
}
