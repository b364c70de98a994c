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
        return run(AgentSpec.command(List.of(command)).withModel("some-model"), 7, null, Duration.ofSeconds(60));
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
        return run(AgentSpec.of(name).withModel(model), turns, budget, idle);
    }

    /** Another run like it, in the next iteration, which continues the best of these. */
    public AgentRun after(AgentRun run, UUID... earlier) {
        UUID session = UUID.randomUUID();
        return run.toBuilder()
                .sessionId(session)
                .iteration(run.iteration() + 1)
                .runDirectory(directory.resolve("runs").resolve(session.toString()))
                .continuation(new Continuation(directory.resolve("kept"), List.of(earlier)))
                .resumes(null)
                .sandbox(null)
                .protection(WriteProtection.NONE)
                .secrets(List.of())
                .build();
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
        return run.toBuilder().time(time).sandbox(sandbox).secrets(secrets).build();
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
        return AgentRun.builder(
                        session,
                        "task-" + session,
                        spec,
                        workspace,
                        directory.resolve("runs").resolve(session.toString()),
                        prompt)
                .iteration(2)
                .turns(turns)
                .time(Duration.ofSeconds(90))
                .idle(idle)
                .budgetUsd(budget == null ? null : new BigDecimal(budget))
                .build();
    }
}
