package dev.pawl.workspace.journal;

import java.util.List;
import java.util.Map;

/**
 * The planned changes of a delivery to a user's directory, written before its first write, so that an interrupted
 * delivery can be completed or undone.
 *
 * @param target canonical path of the directory
 * @param directories permissions of the directories above the paths that existed when the delivery began, by raw path
 */
public record DeliveryJournal(
        String taskId, String target, List<PlannedWrite> writes, Map<String, String> directories) {
    public DeliveryJournal {
        writes = List.copyOf(writes);
        directories = Map.copyOf(directories);
    }
}
