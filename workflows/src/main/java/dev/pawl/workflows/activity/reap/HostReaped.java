package dev.pawl.workflows.activity.reap;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;

/**
 * @param workers that live on the host
 * @param processes of runs
 * @param workspaces of isolated tasks
 * @param leftOut found beyond those that are named
 */
public record HostReaped(int workers, int processes, int workspaces, List<Inconsistency> found, int leftOut) {
    public HostReaped {
        found = List.copyOf(found);
    }
}
