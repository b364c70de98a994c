package dev.pawl.cli.planfile;

import dev.pawl.api.v1.WaitSpec;
import dev.pawl.cli.taskfile.Keys;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.yaml.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the packages of a plan take over from it.
 *
 * @param agents may be empty
 * @param personWait null leaves the default
 */
record PackageDefaults(
        List<NamedAgent> agents,
        boolean continued,
        String sandbox,
        String network,
        List<String> environment,
        String verify,
        TaskFile.Limits limits,
        List<TaskFile.Setup> setup,
        List<TaskFile.Check> checks,
        @Nullable WaitSpec personWait) {

    /** Those that only a task has; cost, tokens and time of a plan are its own. */
    static TaskFile.Limits limits(Section plan) {
        return new TaskFile.Limits(
                plan.integer("iterations", 1, 1000),
                plan.integer("turns", 1, 100_000),
                null,
                plan.duration("idle"),
                null,
                null,
                plan.oneOf("on-breach", Keys.ON_BREACH));
    }

    /** The limits of a package, and those of the plan where it has none. */
    TaskFile.Limits over(TaskFile.Limits own) {
        return new TaskFile.Limits(
                or(own.iterations(), limits.iterations()),
                or(own.turns(), limits.turns()),
                own.time(),
                or(own.idle(), limits.idle()),
                own.costUsd(),
                own.tokens(),
                or(own.onBreach(), limits.onBreach()));
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T otherwise) {
        return own == null ? otherwise : own;
    }
}
