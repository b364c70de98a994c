package dev.pawl.workspace.journal;

import java.util.List;
import java.util.Map;

/**
 * What a delivery is about to do to a user's directory, written down before its first write: from it a delivery that was
 * cut short is completed or undone.
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
