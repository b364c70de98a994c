package dev.pawl.workflows.activity.collect;

import java.util.List;

/** @param hosts that have tasks or recently had a worker, in order */
public record HostsToCollect(List<String> hosts) {
    public HostsToCollect {
        hosts = List.copyOf(hosts);
    }
}
