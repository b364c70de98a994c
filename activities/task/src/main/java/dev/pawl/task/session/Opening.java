package dev.pawl.task.session;

import dev.pawl.db.session.SessionRow;
import dev.pawl.workflows.activity.task.OverBudget;
import java.util.List;

/** The result of opening a session. Sessions of earlier attempts are closed in any case. */
sealed interface Opening {
    /** Its row is committed. */
    record Ready(OpenSession session) implements Opening {}

    /**
     * A limit of the task is reached: the content of the workspace is the result.
     *
     * @param abandoned sessions of earlier attempts that were closed; their processes may still run
     */
    record Reached(SessionLimits.Reached limit, List<SessionRow> abandoned) implements Opening {
        public Reached {
            abandoned = List.copyOf(abandoned);
        }
    }

    /**
     * The budget of the account has nothing left.
     *
     * @param abandoned sessions of earlier attempts that were closed; their processes may still run
     */
    record Refused(OverBudget over, List<SessionRow> abandoned) implements Opening {
        public Refused {
            abandoned = List.copyOf(abandoned);
        }
    }
}
