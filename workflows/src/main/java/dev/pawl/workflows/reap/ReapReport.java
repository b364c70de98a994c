package dev.pawl.workflows.reap;

import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param counts absent unless everything was requested
 * @param hosts that answered, in order
 * @param workers live workers of those hosts
 * @param processes of runs on those hosts
 * @param workspaces of isolated tasks on those hosts
 * @param leftOut how many inconsistencies were found beyond those listed
 */
public record ReapReport(
        @Nullable ReapCounts counts,
        List<String> hosts,
        int workers,
        int processes,
        int workspaces,
        List<Inconsistency> found,
        int leftOut) {
    public ReapReport {
        hosts = List.copyOf(hosts);
        found = List.copyOf(found);
    }
}
