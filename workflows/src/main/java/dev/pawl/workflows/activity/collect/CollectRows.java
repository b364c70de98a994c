package dev.pawl.workflows.activity.collect;

import java.util.List;

/**
 * @param dryRun whether it is only found out what would be removed
 * @param hosts that removed what they had; the tasks of others stay until theirs did
 */
public record CollectRows(boolean dryRun, List<String> hosts) {
    public CollectRows {
        hosts = List.copyOf(hosts);
    }
}
