package dev.pawl.workflows.activity.reap;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param counts absent unless everything was requested
 * @param hosts that have tasks or recently had a worker, in order
 * @param leftOut how many inconsistencies were found beyond those listed
 */
public record RowsReaped(@Nullable ReapCounts counts, List<String> hosts, List<Inconsistency> found, int leftOut) {
    public RowsReaped {
        hosts = List.copyOf(hosts);
        found = List.copyOf(found);
    }
}
