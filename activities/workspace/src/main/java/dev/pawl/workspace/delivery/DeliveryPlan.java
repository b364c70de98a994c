package dev.pawl.workspace.delivery;

import dev.pawl.workspace.journal.PlannedWrite;
import java.util.List;

/** What a result makes of a user's directory as it is now. */
sealed interface DeliveryPlan {
    /** The directory has the result already. */
    record Present() implements DeliveryPlan {}

    /** The result does not fit what is in the directory now. */
    record Conflict(String reason) implements DeliveryPlan {}

    /**
     * The result fits.
     *
     * @param writes at least one
     */
    record Writes(List<PlannedWrite> writes) implements DeliveryPlan {
        public Writes {
            writes = List.copyOf(writes);
        }
    }
}
