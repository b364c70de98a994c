package dev.pawl.cli.planfile;

import dev.pawl.api.plan.PackageNode;
import dev.pawl.cli.taskfile.TaskFile;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package of a plan file. Absent keys are null or empty; the service has the defaults.
 *
 * @param task the work, with what it takes over from the plan; without workspace and delivery
 * @param needs ids of packages that are integrated first
 * @param mayTouch globs of paths that it may change beside those it owns
 * @param priority 0 to 9; lower starts first
 * @param attempts how often it may run
 * @param issues references to findings that it settles
 */
public record PlannedPackage(
        String id,
        TaskFile task,
        List<String> needs,
        List<String> mayTouch,
        @Nullable Integer priority,
        @Nullable Duration estimate,
        @Nullable Integer attempts,
        List<String> issues) {
    public PlannedPackage {
        needs = List.copyOf(needs);
        mayTouch = List.copyOf(mayTouch);
        issues = List.copyOf(issues);
    }

    public PackageNode node() {
        return new PackageNode(id, needs, task.owns());
    }
}
