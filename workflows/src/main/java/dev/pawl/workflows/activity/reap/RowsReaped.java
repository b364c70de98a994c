package dev.pawl.workflows.activity.reap;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param counts absent unless everything was asked for
 * @param hosts that have tasks or had a worker lately, in order
 * @param leftOut found beyond those that are named
 */
public record RowsReaped(@Nullable ReapCounts counts, List<String> hosts, List<Inconsistency> found, int leftOut) {
    public RowsReaped {
        hosts = List.copyOf(hosts);
        found = List.copyOf(found);
    }
}
