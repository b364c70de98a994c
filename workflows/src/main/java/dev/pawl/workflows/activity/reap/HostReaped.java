package dev.pawl.workflows.activity.reap;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import java.util.List;

/**
 * @param workers live workers of the host
 * @param processes of runs
 * @param workspaces of isolated tasks
 * @param leftOut how many inconsistencies were found beyond those listed
 */
public record HostReaped(int workers, int processes, int workspaces, List<Inconsistency> found, int leftOut) {
    public HostReaped {
        found = List.copyOf(found);
    }
}
