package dev.pawl.agent;

import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WriteProtection;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.request.AgentSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs in a test's directory. */
public record AgentRuns(Path directory) {
    public AgentRun command(String... command) throws IOException {
        return run(new AgentSpec(AgentSpec.COMMAND, "some-model", List.of(command)), 7, null, Duration.ofSeconds(60));
    }

    public AgentRun shell(String script) throws IOException {
        return command("sh", "-c", script);
    }

    public AgentRun claude(@Nullable Integer turns, @Nullable String budget, Duration idle) throws IOException {
        return program("claude-code", "claude-sonnet-4-5", turns, budget, idle);
    }

    public AgentRun program(
            String name, @Nullable String model, @Nullable Integer turns, @Nullable String budget, Duration idle)
            throws IOException {
        return run(new AgentSpec(name, model, List.of()), turns, budget, idle);
    }

    /** Another run like it, in the next iteration, which continues the best of these. */
    public AgentRun after(AgentRun run, UUID... earlier) {
        UUID session = UUID.randomUUID();
        return new AgentRun(
                session,
                run.taskId(),
                run.iteration() + 1,
                run.attempt(),
                run.spec(),
                run.workspace(),
                directory.resolve("runs").resolve(session.toString()),
                run.prompt(),
                run.turns(),
                run.time(),
                run.idle(),
                run.budgetUsd(),
                run.tokens(),
                new Continuation(directory.resolve("kept"), List.of(earlier)),
                null,
                null,
                WriteProtection.NONE,
                List.of());
    }

    /** The same run in a workspace with these secrets. */
    public static AgentRun keeping(AgentRun run, List<Secret> secrets) {
        return with(run, run.time(), run.sandbox(), secrets);
    }

    /** The same run with another time limit. */
    public static AgentRun limited(AgentRun run, Duration time) {
        return with(run, time, run.sandbox(), run.secrets());
    }

    /** The same run in a sandbox; absent for none. */
    public static AgentRun sandboxed(AgentRun run, @Nullable Sandbox sandbox) {
        return with(run, run.time(), sandbox, run.secrets());
    }

    private static AgentRun with(AgentRun run, Duration time, @Nullable Sandbox sandbox, List<Secret> secrets) {
        return new AgentRun(
                run.sessionId(),
                run.taskId(),
                run.iteration(),
                run.attempt(),
                run.spec(),
                run.workspace(),
                run.runDirectory(),
                run.prompt(),
                run.turns(),
                time,
                run.idle(),
                run.budgetUsd(),
                run.tokens(),
                run.continuation(),
                run.resumes(),
                sandbox,
                run.protection(),
                secrets);
    }

    /** With its own settings. */
    public AgentRun set(AgentSpec spec) throws IOException {
        return run(spec, null, null, Duration.ofSeconds(60));
    }

    public AgentRun run(AgentSpec spec, @Nullable Integer turns, @Nullable String budget, Duration idle)
            throws IOException {
        Path workspace = Files.createDirectories(directory.resolve("workspace"));
        Path prompt = Files.writeString(directory.resolve("prompt"), "Create calculator.py");
        UUID session = UUID.randomUUID();
        return new AgentRun(
                session,
                "task-" + session,
                2,
                1,
                spec,
                workspace,
                directory.resolve("runs").resolve(session.toString()),
                prompt,
                turns,
                Duration.ofSeconds(90),
                idle,
                budget == null ? null : new BigDecimal(budget),
                null,
                null,
                null,
                null,
                WriteProtection.NONE,
                List.of());
    }
}
