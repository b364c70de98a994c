package dev.pawl.workflows.activity.collect;

import java.util.List;

/** @param hosts that have tasks or had a worker lately, in order */
public record HostsToCollect(List<String> hosts) {
    public HostsToCollect {
        hosts = List.copyOf(hosts);
    }
}
