package dev.pawl.db.session;

import dev.pawl.db.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Writes of {@link Sessions} that end sessions or store their usage. */
public interface SessionWrites {
    /**
     * Opens a session and ends, as {@code abandoned}, the one an earlier attempt left open. Committed when it returns.
     * Opening the same session again returns the same fence.
     *
     * @throws NotFoundException for an unknown task
     * @throws IllegalArgumentException for an id that another or an ended session has
     */
    Opened open(NewSession session);

    /**
     * Stores the usage so far, replacing the previous one, and that the session is alive.
     *
     * @return false if the session has ended or a newer one has taken over
     */
    boolean usage(UUID id, long fence, SessionUsage usage);

    /**
     * Ends the session.
     *
     * @return true if it has ended this way, by this call or an earlier one like it; false if it ended otherwise, for
     *     example because a newer session has taken over
     */
    boolean close(UUID id, long fence, CloseSession close);

    /** Ends the task's open session as {@code abandoned}, with its usage so far; returns it afterwards. */
    List<SessionRow> abandonOpen(String taskId, String reason);

    /** The same, unless the open session is the one that takes over. */
    List<SessionRow> takeOver(String taskId, UUID by);

    /** Ends a session as {@code abandoned} if it is open, with its usage so far; returns it afterwards. */
    List<SessionRow> abandon(UUID id, String reason);
}
