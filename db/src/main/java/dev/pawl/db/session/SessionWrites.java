package dev.pawl.db.session;

import dev.pawl.db.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Writes of {@link Sessions} that end sessions or carry what they spent. */
public interface SessionWrites {
    /**
     * Opens a session and ends, as {@code abandoned}, the one an earlier attempt left open. Committed when it returns.
     * Opening the same session again gives the same fence.
     *
     * @throws NotFoundException for an unknown task
     * @throws IllegalArgumentException for an id that another or an ended session has
     */
    Opened open(NewSession session);

    /**
     * Notes what was spent so far, replacing what was noted before, and that the session lives.
     *
     * @return false if the session has ended or a newer one has taken over
     */
    boolean usage(UUID id, long fence, SessionUsage usage);

    /**
     * Ends the session.
     *
     * @return true if it has ended so, by this call or an earlier one like it; false if it ended otherwise, as it does
     *     when a newer session has taken over
     */
    boolean close(UUID id, long fence, CloseSession close);

    /** Ends the task's open session as {@code abandoned}, with what it had spent so far; returns it as it is then. */
    List<SessionRow> abandonOpen(String taskId, String reason);

    /** The same where the open session is another one than that which takes its place. */
    List<SessionRow> takeOver(String taskId, UUID by);

    /** Ends a session as {@code abandoned} if it is open, with what it had spent so far; returns it as it is then. */
    List<SessionRow> abandon(UUID id, String reason);
}
