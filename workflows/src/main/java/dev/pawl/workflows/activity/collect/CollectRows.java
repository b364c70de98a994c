package dev.pawl.workflows.activity.collect;

import java.util.List;

/**
 * @param dryRun whether to report only what would be removed
 * @param hosts that have removed their data; tasks of other hosts keep their rows until those have
 */
public record CollectRows(boolean dryRun, List<String> hosts) {
    public CollectRows {
        hosts = List.copyOf(hosts);
    }
}
