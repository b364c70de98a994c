package dev.pawl.db.task;

import java.util.List;

/** Writes of {@link Tasks} that take a whole record or a list. */
public interface TaskWrites {
    /** Creates the row with status {@code submitted}, or records a new run of the same task; true if it was created. */
    boolean register(NewTask task);

    /** @return false for an unknown or finished task */
    boolean prepared(String id, String base, List<String> notes);

    /**
     * Ends the task.
     *
     * @return true if this call ended it; false for an unknown task or one that has ended before
     */
    boolean finish(String id, TaskResult result);
}
