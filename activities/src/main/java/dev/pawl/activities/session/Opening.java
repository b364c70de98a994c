package dev.pawl.activities.session;

import dev.pawl.db.session.SessionRow;
import dev.pawl.workflows.activity.OverBudget;
import java.util.List;

/** What came of wanting a session. Sessions of earlier attempts are closed either way. */
sealed interface Opening {
    /** Its row is committed. */
    record Ready(OpenSession session) implements Opening {}

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
