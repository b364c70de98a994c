package dev.pawl.cli.taskfile;

import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.WaitSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid task file. Absent keys are null or empty here; the service has the defaults.
 *
 * @param file its path, absolute
 * @param agents in order of preference, with {@code ${TASK_DIR}} of a command replaced; at least one
 * @param continued whether an iteration continues the agent's own session of the previous one
 * @param workspace an existing directory, absolute; null means an empty workspace
 * @param directory of the workspace in which the agent, setup and checks start; empty for the workspace itself
 * @param mode {@code isolated} or {@code in-place}
 * @param copy patterns of untracked files to copy
 * @param sandbox {@code none}, {@code auto} or {@code bubblewrap}
 * @param network what can reach the network from a sandbox: everything, only the agent, or nothing; or the host's own
 * @param allowHosts the only servers to reach; empty means all public ones
 * @param deliver {@code none}, {@code apply} or {@code branch}
 * @param branch to create; null means one named after the task
 * @param personWait how questions wait; null leaves the default
 * @param verify {@code clean-checkout} or {@code workspace}
 * @param environment names of variables for setup and checks
 */
public record TaskFile(
        Path file,
        String title,
        String prompt,
        List<NamedAgent> agents,
        boolean continued,
        @Nullable Path workspace,
        String directory,
        String mode,
        boolean includeUncommitted,
        List<String> copy,
        String sandbox,
        String network,
        List<String> allowHosts,
        Limits limits,
        List<String> files,
        List<String> owns,
        List<Setup> setup,
        List<String> protect,
        List<Check> checks,
        String verify,
        String deliver,
        @Nullable String branch,
        @Nullable Judge judge,
        List<Breakpoint> breakpoints,
        List<String> labels,
        List<String> removes,
        Tests tests,
        List<String> environment,
        @Nullable WaitSpec personWait) {
    public TaskFile {
        allowHosts = List.copyOf(allowHosts);
        agents = List.copyOf(agents);
        copy = List.copyOf(copy);
        files = List.copyOf(files);
        owns = List.copyOf(owns);
        setup = List.copyOf(setup);
        protect = List.copyOf(protect);
        checks = List.copyOf(checks);
        breakpoints = List.copyOf(breakpoints);
        labels = List.copyOf(labels);
        removes = List.copyOf(removes);
        environment = List.copyOf(environment);
    }

    /** @param agents in order of preference */
    public static TaskFileBuilder of(Path file, String title, String prompt, List<NamedAgent> agents) {
        return new TaskFileBuilder(file, title, prompt, agents);
    }

    /** The preferred agent. */
    public NamedAgent agent() {
        return agents.getFirst();
    }

    /** The limits set by the file; null means the default. */
    public record Limits(
            @Nullable Integer iterations,
            @Nullable Integer turns,
            @Nullable Duration time,
            @Nullable Duration idle,
            @Nullable BigDecimal costUsd,
            @Nullable Long tokens,
            @Nullable String onBreach) {
        public static final Limits UNSET = new Limits(null, null, null, null, null, null, null);
    }

    /** Globs and directories of tests that are there already. */
    public record Tests(List<String> mayChange, List<String> mayRemove) {
        public static final Tests UNCHANGED = new Tests(List.of(), List.of());

        public Tests {
            mayChange = List.copyOf(mayChange);
            mayRemove = List.copyOf(mayRemove);
        }
    }

    /** @param timeout of one run; null means the default */
    public record Setup(String run, @Nullable Duration timeout) {}

    /**
     * @param name unique in the file; the command if none was given
     * @param control null leaves the default
     */
    public record Check(
            String name,
            String run,
            @Nullable Duration timeout,
            String must,
            int retries,
            @Nullable String junit,
            @Nullable String control) {}

    /**
     * @param agent that judges; empty if a provider does
     * @param provider the kind of model server that judges; null if an agent does
     */
    public record Judge(
            String rubric,
            String agent,
            @Nullable String provider,
            @Nullable String model,
            List<String> command,
            @Nullable Integer samples,
            @Nullable Double accept,
            @Nullable Double clarify) {
        public Judge {
            command = List.copyOf(command);
        }
    }
}
