package dev.pawl.db.action;

import java.util.List;
import java.util.UUID;

/** Writes of {@link Actions}. */
public interface ActionWrites {
    /**
     * Stores actions of an open session. An existing action gets its outcome; idempotent.
     *
     * @return false, without storing anything, if the session has ended or a newer one has taken over
     */
    boolean store(String taskId, UUID session, long fence, List<NewAction> actions);
}
