package dev.pawl.task.session;

import dev.pawl.db.session.SessionRow;
import dev.pawl.workflows.activity.task.OverBudget;
import java.util.List;

/** What came of wanting a session. Sessions of earlier attempts are closed either way. */
sealed interface Opening {
    /** Its row is committed. */
    record Ready(OpenSession session) implements Opening {}

    /**
     * A limit of the task leaves nothing: what is in the workspace is the result.
     *
     * @param abandoned sessions of earlier attempts that were closed: their processes may still live
     */
    record Reached(SessionLimits.Reached limit, List<SessionRow> abandoned) implements Opening {
        public Reached {
            abandoned = List.copyOf(abandoned);
        }
    }

    /**
     * The budget of the account leaves none.
     *
     * @param abandoned sessions of earlier attempts that were closed: their processes may still live
     */
    record Refused(OverBudget over, List<SessionRow> abandoned) implements Opening {
        public Refused {
            abandoned = List.copyOf(abandoned);
        }
    }
}
