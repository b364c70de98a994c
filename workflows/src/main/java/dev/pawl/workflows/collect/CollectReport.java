package dev.pawl.workflows.collect;

import dev.pawl.workflows.activity.collect.Collected;
import java.util.List;

/**
 * @param collected sums over all hosts and the database, one per kind
 * @param hosts that answered, in order
 * @param silent hosts that did not, in order
 */
public record CollectReport(List<Collected> collected, List<String> hosts, List<String> silent) {
    public CollectReport {
        collected = List.copyOf(collected);
        hosts = List.copyOf(hosts);
        silent = List.copyOf(silent);
    }
}
