package dev.pawl.workflows.activity.task;

import java.util.List;

/**
 * @param hostId the host that creates and keeps the workspace
 * @param searchAttributes names of those that the engine's namespace has; only these are set
 */
public record Registration(String hostId, List<String> searchAttributes) {
    public Registration {
        searchAttributes = searchAttributes == null ? List.of() : List.copyOf(searchAttributes);
    }
}
