package dev.pawl.workflows.reap;

import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param counts absent unless everything was asked for
 * @param hosts that answered, in order
 * @param workers that live on those
 * @param processes of runs on those
 * @param workspaces of isolated tasks on those
 * @param leftOut found beyond those that are named
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
