package dev.pawl.cli.planfile;

import dev.pawl.cli.taskfile.TaskFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid plan file. Absent keys are null or empty here; the service has the defaults.
 *
 * @param file its path, absolute
 * @param repository an existing directory, absolute
 * @param sandbox {@code none}, {@code auto} or {@code bubblewrap}, of all packages
 * @param network what can reach the network from a sandbox
 * @param copy patterns of untracked files of the repository to copy
 * @param environment names of variables for the setup and the checks of the merged result
 * @param checks of the merged result
 * @param onFailure null leaves the default
 * @param deliver {@code none}, {@code apply} or {@code branch}
 * @param packages in the order of the file; at least one
 */
public record PlanFile(
        Path file,
        String title,
        Path repository,
        String sandbox,
        String network,
        List<String> copy,
        List<String> environment,
        Limits limits,
        List<TaskFile.Setup> setup,
        List<TaskFile.Check> checks,
        @Nullable String onFailure,
        String deliver,
        @Nullable String branch,
        boolean squash,
        List<String> labels,
        List<PlannedPackage> packages) {
    public PlanFile {
        copy = List.copyOf(copy);
        environment = List.copyOf(environment);
        setup = List.copyOf(setup);
        checks = List.copyOf(checks);
        labels = List.copyOf(labels);
        packages = List.copyOf(packages);
    }

    /** The limits of the plan as a whole; null means the default. */
    public record Limits(
            @Nullable Integer parallel,
            @Nullable BigDecimal costUsd,
            @Nullable Long tokens,
            @Nullable Duration time) {
        /** How many packages run at once if the file says nothing, as in pawl.v1. */
        private static final int DEFAULT_PARALLEL = 4;

        public static final Limits UNSET = new Limits(null, null, null, null);

        /** How many packages run at once. */
        public int slots() {
            return parallel == null ? DEFAULT_PARALLEL : parallel;
        }
    }
}
